import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import * as v from 'valibot';
import { type FunctionRow, functionRows } from '../../functions/functions.ts';
import type { Bundle } from '../../infra/bundle.ts';
import { type StageName, type StageSettings, stages } from '../../infra/config.ts';
import type { Built } from '../../infra/constructs/service-functions.ts';
import { addHuimin, createApp } from '../../infra/huimin.ts';
import type { ServiceStack } from '../../infra/stacks/service-stack.ts';

/** Folders with a file each: what is in a bundle is another test's business, and bundling takes its time. */
const emptyBuild = async (root: string): Promise<Built> => {
  const module = async (name: string): Promise<Bundle> => {
    const folder = join(root, name);
    const file = join(folder, 'index.mjs');
    await mkdir(folder);
    await writeFile(file, `export const handler = async () => '${name}';\n`);
    return { file, folder, bytes: 0, gzip: 0, coldBytes: 0 };
  };
  const functions = await Promise.all(
    functionRows.map(async ({ name }) => [name, await module(name)] as const),
  );
  return { functions: new Map(functions), siteFolder: (await module('site')).folder };
};

const textOrParts = v.union([v.string(), v.looseObject({})]);
const statementSchema = v.object({
  Effect: v.string(),
  Action: v.union([v.string(), v.array(v.string())]),
  Resource: v.union([v.array(textOrParts), textOrParts]),
  Condition: v.optional(v.record(v.string(), v.record(v.string(), v.unknown())), {}),
});
const resourceSchema = v.looseObject({
  Type: v.string(),
  Properties: v.optional(v.record(v.string(), v.unknown()), {}),
});
const templateSchema = v.looseObject({ Resources: v.record(v.string(), resourceSchema) });
export type Template = v.InferOutput<typeof templateSchema>;
type Resource = v.InferOutput<typeof resourceSchema>;

/** One statement of a policy, with its lists as lists and its resources as text. */
export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const listOf = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);

const statementsIn = (policy: Resource): Statement[] => {
  const document = v.parse(
    v.looseObject({ Statement: v.array(statementSchema) }),
    policy.Properties['PolicyDocument'],
  );
  return document.Statement.map(({ Action, Resource: resource, Condition }) => ({
    actions: listOf(Action),
    resources: listOf(resource).map((name) => JSON.stringify(name)),
    condition: Condition,
  }));
};

export class Synthesised {
  readonly data: Template;
  readonly service: Template;
  readonly background: Template;

  constructor(data: Template, service: Template, background: Template) {
    this.data = data;
    this.service = service;
    this.background = background;
  }

  /** All templates, as they would be sent. */
  get text(): string {
    return JSON.stringify([this.data, this.service, this.background]);
  }

  /** The resources of the data stack, or of the two that hold the functions: no logical id is in both. */
  private resources(of: 'data' | 'functions'): readonly (readonly [string, Resource])[] {
    const templates = of === 'data' ? [this.data] : [this.service, this.background];
    return templates.flatMap(({ Resources }) => Object.entries(Resources));
  }

  /** The properties of every resource of a type, by logical id. */
  properties(of: 'data' | 'functions', type: string): ReadonlyMap<string, Resource['Properties']> {
    const found = this.resources(of).filter(([, { Type }]) => Type === type);
    if (found.length === 0) throw new Error(`there is no ${type} in the ${of}`);
    return new Map(found.map(([id, { Properties }]) => [id, Properties]));
  }

  /** What a function's role may do; every policy there is hangs on the role of one function. */
  statements({ name }: Pick<FunctionRow, 'name'>): readonly Statement[] {
    const prefix = `${name.replaceAll('-', '')}RoleDefaultPolicy`;
    const policies = this.resources('functions').filter(
      ([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.startsWith(prefix),
    );
    if (policies.length !== 1) throw new Error(`function ${name} has ${policies.length} policies`);
    return policies.flatMap(([, policy]) => statementsIn(policy));
  }
}

/**
 * The stacks of a stage, offline.
 * @param change something to do to the service stack before.
 * @throws when the checks find what nobody acknowledged.
 */
export const synthesise = async (
  stage: StageName,
  settings: StageSettings,
  change: (stack: ServiceStack) => void = () => undefined,
): Promise<Synthesised> => {
  const folder = await mkdtemp(join(tmpdir(), 'huimin-cdk-'));
  try {
    const app = createApp({ outdir: join(folder, 'cdk.out') });
    const { data, service, background } = addHuimin(app, stage, settings, await emptyBuild(folder));
    change(service);
    const assembly = app.synth();
    const read = (name: string) => v.parse(templateSchema, assembly.getStackByName(name).template);
    return new Synthesised(read(data.stackName), read(service.stackName), read(background.stackName));
  } finally {
    await rm(folder, { recursive: true });
  }
};

const asTheyAre = new Map<StageName, Promise<Synthesised>>();

/** The stacks of a stage as it is deployed; made once, whichever files ask. */
export const synthesisedStage = (stage: StageName): Promise<Synthesised> => {
  const made = asTheyAre.get(stage) ?? synthesise(stage, stages[stage]);
  asTheyAre.set(stage, made);
  return made;
};

const referenceSchema = v.strictObject({ Ref: v.string() });
const attributeSchema = v.strictObject({ 'Fn::GetAtt': v.tuple([v.string(), v.string()]) });
const importSchema = v.strictObject({ 'Fn::ImportValue': v.string() });
const joinSchema = v.strictObject({ 'Fn::Join': v.tuple([v.string(), v.array(v.unknown())]) });

/** References in the short form of `Fn::Sub`, which says the same in a line instead of ten; nothing else changes. */
const inShort = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('${', '${!');
  if (Array.isArray(value)) return value.map(inShort);
  if (typeof value !== 'object' || value === null) return value;
  if (v.is(referenceSchema, value)) return `\${${value.Ref}}`;
  if (v.is(attributeSchema, value)) return `\${${value['Fn::GetAtt'].join('.')}}`;
  if (v.is(importSchema, value)) return `\${import ${value['Fn::ImportValue']}}`;
  const fields = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inShort(part)]));
  if (!v.is(joinSchema, fields)) return fields;
  const [separator, parts] = fields['Fn::Join'];
  return parts.every((part) => typeof part === 'string') ? parts.join(separator) : fields;
};

const written = (value: unknown): string => {
  const whole = { depth: Infinity, maxArrayLength: null, maxStringLength: null };
  return `${inspect(value, { ...whole, breakLength: 110, compact: 8, sorted: true })}\n`;
};

/**
 * A template as it is kept to be compared, a text for each service its resources belong to (`lambda`, `iam`), and
 * `template` for the rest with the names of all of them: without what changes with every build and means nothing,
 * the names of files to be uploaded, and with everything short on one line.
 */
export const normalised = (template: Template): ReadonlyMap<string, string> => {
  const text = JSON.stringify(template).replaceAll(/[0-9a-f]{64}\.zip/g, '<asset>.zip');
  const { Resources, ...rest } = v.parse(templateSchema, JSON.parse(text));
  const resources = Object.entries(Resources);
  const ofService = Map.groupBy(resources, ([, { Type }]) => Type.split('::')[1]?.toLowerCase() ?? Type);
  const types = Object.fromEntries(resources.map(([id, { Type }]) => [id, Type]));
  return new Map([
    ['template', written({ ...rest, Resources: types })],
    ...[...ofService].map(([service, of]) => [service, written(inShort(Object.fromEntries(of)))] as const),
  ]);
};
