import { join } from 'node:path'
import { directionRules } from './tools/gates/direction-rules.ts'

const { KNOWS } = await import(join(process.cwd(), 'boundaries.ts'))

export default {
  forbidden: directionRules(KNOWS),
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
