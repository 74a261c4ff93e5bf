/** One module and what it imports, by path from the root; packages by their name. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

interface Rule {
  readonly says: string;
  readonly from: RegExp;
  readonly exceptFrom?: RegExp;
  readonly mayNotReach: RegExp;
  readonly exceptTo?: readonly RegExp[];
}

/** What a browser may load: contracts, and the words and schemas they are made of. */
const declaration =
  /^functions\/[a-z]+\/[a-z.-]+\.(contract|words|states|views|fields|problems|lists|actions|roles)\.ts$/;
const rules = /^functions\/[a-z]+\/[a-z.-]+\.rules\.ts$/;
const platformContract = /^functions\/platform\/contract\//;
const time = /^functions\/platform\/runtime\/time(\.schemas)?\.ts$/;
const photoContract = /^functions\/platform\/photos\/photo\.contract\.ts$/;
/** Every folder of the functions is a noun, but for what all stand on and the machine that runs them. */
const noun = /^functions\/(?!(?:platform|local)\/)([a-z-]+)\//;

/** The rules of the README's "Layout", in its words. */
export const importRules: readonly Rule[] = [
  {
    says: 'the site takes contracts and what they are made of, nothing else of the functions',
    from: /^web\//,
    mayNotReach: /^(functions|infra|test)\//,
    // The check of a calendar year is the form's own: what it finds is shown before anything is sent.
    exceptTo: [
      declaration,
      platformContract,
      time,
      photoContract,
      /^functions\/calendar\/calendar-year\.rules\.ts$/,
      // So are a venue's hours: a page says what is open now, and what a timetable lacks, before anything is sent.
      /^functions\/calendar\/iso-weeks\.rules\.ts$/,
      /^functions\/venues\/(venues-checks|closures|day-plan|open-now|room-slots|spans|timetable-week)\.rules\.ts$/,
      // And the dates a rule makes, with what is wrong with them.
      /^functions\/programme\/(dates|programme-checks)\.rules\.ts$/,
      // And what a certificate's number says, as it is typed.
      /^functions\/renovation\/certificate\.rules\.ts$/,
      // And what is wrong with a home's plan, while it is made.
      /^functions\/renovation\/plan-checks\.rules\.ts$/,
    ],
  },
  {
    says: 'public pages never import admin pages, nor those of the field app',
    from: /^web\/src\/public\//,
    mayNotReach: /^web\/src\/(admin|field)\//,
  },
  {
    says: 'admin pages never import public pages, nor those of the field app',
    from: /^web\/src\/admin\//,
    mayNotReach: /^web\/src\/(public|field)\//,
  },
  {
    says: 'the field app never imports public or admin pages',
    from: /^web\/src\/field\//,
    mayNotReach: /^web\/src\/(public|admin)\//,
  },
  {
    says: 'ui and lib know no noun and no API',
    from: /^web\/src\/(ui|lib)\//,
    mayNotReach: /^(web\/src\/(api|public|admin|field)\/|functions\/)/,
    exceptTo: [time],
  },
  {
    says: 'the infrastructure takes declarations only',
    from: /^infra\//,
    // A function of the infrastructure's own runs on the platform like any other.
    exceptFrom: /^infra\/site\//,
    mayNotReach: /^(functions|web|test)\//,
    exceptTo: [
      /^functions\/functions\.ts$/,
      /\.(contract|schedule|environment)\.ts$/,
      platformContract,
      /^functions\/platform\/ledger\/table\.ts$/,
      /^functions\/platform\/runtime\/environment\.ts$/,
      // Header names, folder names and how an environment is parsed: what both sides must agree on.
      /^functions\/platform\/http\/(site-headers|source-address)\.ts$/,
      /^functions\/platform\/photos\/(photo-store|shown-photos)\.ts$/,
      /^functions\/platform\/runtime\/env\.ts$/,
    ],
  },
  {
    says: 'rules and contracts stay pure: no AWS, no I/O, nothing but calendar rules, time and other contracts',
    from: /^functions\/(?!platform\/).*\.(rules|contract|words|states|views|fields|problems|lists|actions)\.ts$/,
    mayNotReach: /./,
    exceptTo: [
      declaration,
      rules,
      platformContract,
      time,
      photoContract,
      // Types of a decision and of an event; both are erased.
      /^functions\/platform\/ledger\/(change|steps|chain)\.ts$/,
      /^valibot$/,
    ],
  },
  {
    says: 'the platform knows no noun',
    from: /^functions\/platform\//,
    mayNotReach: /^functions\/(?!platform\/)/,
  },
  {
    says: 'nobody imports the local machine but tests',
    from: /^(?!functions\/local\/|test\/)/,
    mayNotReach: /^functions\/local\//,
  },
  { says: 'production code never imports tests', from: /^(?!test\/)/, mayNotReach: /^test\// },
];

/** Nouns that are made for another one: they also decide by its states and pure rules, but never read its items. */
const madeFor: Readonly<Record<string, readonly string[]>> = {
  visits: ['campaigns'],
  inspections: ['campaigns', 'visits'],
  programme: ['venues'],
  bookings: ['programme', 'venues'],
  // What a certificate's number says, and whom an activity is for.
  services: ['renovation', 'programme'],
};

/** Another noun is reached through its use cases, contract or store of names, except by those who wire everything. */
const reachesIntoNoun = (from: string, to: string): boolean => {
  const mine = noun.exec(from)?.[1];
  const theirs = noun.exec(to)?.[1];
  if (!mine || !theirs || mine === theirs || /\.(lambda|command)\.ts$/.test(from)) return false;
  // Every noun says where people live, who answers, what day it is, what is wrong with its own records, whom to tell, and
  // how long what is personal in them stays.
  if (['access', 'calendar', 'households', 'findings', 'messages', 'retention'].includes(theirs))
    return false;
  if (/^functions\/(insight\/(projectors|judges|tellers|done)|retention\/retained)\.ts$/.test(from))
    return false;
  if (madeFor[mine]?.includes(theirs) && /\.(states|views|rules)\.ts$/.test(to)) return false;
  return !/\.(usecases|contract|words)\.ts$/.test(to);
};

const breaks = (rule: Rule, from: string, to: string): boolean =>
  rule.from.test(from) &&
  !rule.exceptFrom?.test(from) &&
  rule.mayNotReach.test(to) &&
  !(rule.exceptTo ?? []).some((exception) => exception.test(to));

/** Every module that can be reached from itself; each circle once, at its alphabetically first module. */
const circles = (graph: ImportGraph): string[] => {
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (module: string, path: readonly string[]): void => {
    const at = path.indexOf(module);
    if (at >= 0) {
      const circle = path.slice(at);
      const start = circle.indexOf([...circle].sort()[0] ?? '');
      found.add([...circle.slice(start), ...circle.slice(0, start)].join(' → '));
      return;
    }
    if (done.has(module)) return;
    for (const next of graph.get(module) ?? []) visit(next, [...path, module]);
    done.add(module);
  };
  for (const module of graph.keys()) visit(module, []);
  return [...found];
};

/** Every import that breaks a rule, and every circle, in words. */
export const importViolations = (graph: ImportGraph): string[] => [
  ...[...graph].flatMap(([from, imports]) =>
    imports.flatMap((to) => [
      ...importRules.filter((rule) => breaks(rule, from, to)).map(({ says }) => `${says}: ${from} → ${to}`),
      ...(reachesIntoNoun(from, to)
        ? [`another noun is reached through its use cases: ${from} → ${to}`]
        : []),
    ]),
  ),
  ...circles(graph).map((circle) => `no circles: ${circle}`),
];
