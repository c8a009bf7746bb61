import type { Usual } from '../linkage/learn.ts'

/**
 * How persons compare in general, learnt without labels from a made-up township: a grid of eighty people teaches nothing by
 * itself. It counts as so many pairs, so what a township's own data say soon outweighs it. How far apart strangers live hangs
 * on the place that is searched, so that is always learnt there.
 */
export const USUAL: Usual = {
  pairs: 200,
  fields: {
    name: {
      m: [0.000061, 0.011, 0.025, 0.011, 0.016, 0.048, 0.89],
      k: [0.48, 0.46, 0.045, 0.0045, 0.000033, 0.0012, 0.0063],
      u: [0.98, 0.023, 0.0002, 0.00019, 0.000003, 0.000042, 0.000035],
    },
    number: {
      m: [0.002, 0.001, 0.11, 0.89],
      k: [0.98, 0.02, 0.000018, 0.000033],
      u: [0.96, 0.039, 0.0000023, 0.000002],
    },
    born: {
      m: [0.00092, 0.0034, 0.078, 0.076, 0.84],
      k: [0.97, 0.018, 0.0035, 0.0014, 0.0045],
      u: [0.98, 0.02, 0.0035, 0.001, 0.000035],
    },
    sex: { m: [0.0078, 0.99], k: [0.5, 0.5], u: [0.5, 0.5] },
    phone: { m: [0.26, 0.043, 0.7], k: [0.53, 0.00099, 0.47], u: [1, 0.0000034, 0.000078] },
    home: { m: [0.027, 0.14, 0.045, 0.25, 0.54], k: [0.000012, 0.000013, 0.2, 0.11, 0.69] },
  },
}
