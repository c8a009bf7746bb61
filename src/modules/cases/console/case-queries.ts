import { getCase, listCases, mapCases, nearbyCases } from '../contract.ts'
import { getFigures, lateCases } from '../contract-figures.ts'

/** What a step of a case changes on screen. */
export const CASE_QUERIES = [getCase, listCases, getFigures, mapCases, lateCases, nearbyCases]
