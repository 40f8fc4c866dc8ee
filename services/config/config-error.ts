/** The environment or the command line says something that cannot be; the message is one sentence for a person. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
