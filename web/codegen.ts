import type { CodegenConfig } from '@graphql-codegen/cli'

// Paths are from the root of the repository, where the command is run.
const config: CodegenConfig = {
  schema: 'schemas/graphql/*.graphql',
  documents: ['web/src/**/*.ts', '!web/src/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    'web/src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: true,
        strictScalars: true,
        scalars: { DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
}

export default config
