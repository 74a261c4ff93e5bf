import { join } from 'node:path';
import { buildFor } from './built.ts';
import { stageNamed, stages } from './config.ts';
import { addHuimin, createApp } from './huimin.ts';

const dist = join(import.meta.dirname, '..', 'dist');
const app = createApp();
/** `cdk … -c stage=prod` */
const stage = stageNamed(app.node.tryGetContext('stage') ?? 'dev');
const settings = stages[stage];

addHuimin(app, stage, settings, await buildFor(settings.site, join(dist, 'functions'), join(dist, 'web')));
app.synth();
