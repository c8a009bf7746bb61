/** Where the phone is, or why it does not tell. Browsers answer in WGS-84. */
export type Here = { lon: number; lat: number; accuracyM: number }
export type NotFound = 'denied' | 'unavailable'

export function findHere(): Promise<Here | NotFound> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) return done('unavailable')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lon: coords.longitude, lat: coords.latitude, accuracyM: Math.round(coords.accuracy) }),
      (error) => done(error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable'),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  })
}
