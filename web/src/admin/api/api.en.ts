import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './api.zh.ts';

export const words = {
  'api.title': 'API',
  'api.lead': 'Every route of the system, made from its own contract (OpenAPI 3.1).',
  'api.document': 'Download openapi.json',
  'api.find': 'Find a route',
  'api.count': 'Routes: {n}',
  'api.none': 'No route found',
  'api.may-call': 'Who may call it',
  'api.anyone': 'Anyone, without signing in',
  'api.every': 'Everybody who is signed in',
  'api.parameters': 'Parameters',
  'api.body': 'Body',
  'api.answers': 'Answers',
  'api.required': 'required',
  'api.optional': 'optional',
  'api.in.path': 'path',
  'api.in.query': 'query',
  'api.in.header': 'header',
  'api.problem': 'Errors are answered as problem+json (RFC 9457); programs go by the code alone.',
  'api.absent': 'The description could not be read. It is made when the site is built; try again in a while.',
} as const satisfies Translation<typeof zh>;
