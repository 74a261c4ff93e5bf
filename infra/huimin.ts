import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { StageSettings } from './config.ts';
import type { Built } from './constructs/service-functions.ts';
import { BackgroundStack } from './stacks/background-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

/** An app with the settings of the toolkit that we decided on. */
export const createApp = (props: AppProps = {}): App =>
  new App({
    analyticsReporting: false,
    // What the other stacks use of the data stack can't be taken from under it.
    postCliContext: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' },
    ...props,
  });

/** Everything of one stage; a finding of the checks that nobody acknowledged ends the synthesis. */
export const addHuimin = (app: App, stage: string, settings: StageSettings, built: Built) => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  // The account is whichever the operator is signed in to.
  const env = { region: settings.region };
  const tags = { service: 'huimin', stage };
  const { alarmEmails } = settings;
  const data = new DataStack(app, `huimin-${stage}-data`, { env, tags, alarmEmails });
  const ground = { settings, data, built };
  const service = new ServiceStack(app, `huimin-${stage}-service`, { env, tags, ground });
  const background = new BackgroundStack(app, `huimin-${stage}-background`, { env, tags, ground });
  return { data, service, background };
};
