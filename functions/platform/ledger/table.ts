import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/**
 * The one table.
 *
 * Items
 *   a case's state     PK <KIND>#<id>        SK STATE               + due and case index keys
 *   its history        PK <KIND>#<id>        SK EVENT#<n, 8 digits>
 *   personal fields    PK <KIND>#<id>        SK PERSON              sealed; the history holds only a digest; emptied when its period is over
 *   who opened them    PK <KIND>#<id>        SK OPENED#<instant>#<staff id>
 *   what was projected PK <KIND>#<id>        SK PROJECTED           list entries and counts of one version
 *   list entry         PK LIST#<list>        SK <sort>#<id>
 *   counter            PK COUNT#<subject>    SK <period>
 *   staff credential   PK STAFF#<id>         SK CREDENTIAL          never in any history
 *   staff session      PK STAFF#<id>         SK SESSION#<digest>    expires
 *   login name         PK LOGIN#<name>       SK LOGIN
 *   failed sign-ins    PK FAILED#<who>       SK FAILED              expires; who is a keyed hash
 *   the one district   PK ORG#ROOT           SK ROOT                a table serves one district
 *   rate window        PK RATE#<what>#<who>  SK <window>            expires
 *   proof of work      PK PROOF#<keyed hash> SK PROOF               used once; expires
 *   photo upload       PK UPLOAD#<photo id>  SK UPLOAD              which bytes this id stands for; expires
 *   data key           PK KEY#<generation>   SK KEY                 wrapped
 *   a household's door PK ADDRESS#<village>#<keyed hash>  SK CLAIM     which household holds it; none when it was given back
 *   an ID number       PK IDNUMBER#<keyed hash>           SK CLAIM     which household has the person
 *   a phone            PK PHONE#<keyed hash>              SK <household>  and the keyed hash of the name it stands under
 *   an area's name     PK AREANAME#<village>              SK <name>    which area has it
 *   look-up            PK LOOKUP#<staff id>  SK <instant>#<key>      who looked a person up, and what was found
 *   export             PK EXPORT#<village>   SK <instant>#<staff id>#<household>  who took plain values, why, of whom
 *   job run            PK RUN#<schedule>     SK <instant>
 *   its latest run     PK RUNS               SK <schedule>         and when there was the first
 *   rooms of a phone   PK ROOMSHELD#<keyed hash>          SK <day> or <week>  how many it has on the site; expires
 *   a slot of a room   PK ROOM#<venue>#<room>#<day>       SK <HH:MM>   which booking or session has it; expires
 *   places of an offer PK PLACES#<offer>     SK PLACES              how many there are and how many are taken
 *   numbers of a line  PK NUMBERS#<offer>    SK NUMBERS             the last number given out; in no transaction; expires
 *   who waits in line  PK LINE#<offer>       SK <n, 8 digits>       + due index keys where a place looked free; expires
 *   places given back  PK LINE#<offer>       SK !freed#<enrolment>#<version>  until they are counted; + due index keys
 *   who is enrolled    PK ENROLLED#<offer>   SK <keyed hash of phone and name>  expires
 *   places of a phone  PK HOLDS#<offer>      SK <keyed hash>        how many it has or waits for; expires
 *   when one is booked PK BOOKED#<keyed hash of phone>    SK <first start>#<enrolment>  expires
 *   an open application PK APPLIED#<keyed hash of person or home>  SK CLAIM  which application it is
 *   what a home had    PK RENOVATED#<keyed hash of home>  SK <item>   in which year, by which application
 *   left of a fund     PK FUNDLEFT#<year>-<node>          SK LEFT     what is left, reserved and spent; only ever added to
 *   a town's queue     PK RANKED#<town>      SK <rank>#<application>
 *   how many wait      PK WAITING#<town>     SK WAITING
 *   a public notice    PK NOTICE#<id>        SK NOTICE              which application it is of
 *   an unfinished form PK DRAFT#<reference>  SK DRAFT               sealed; expires
 *   who objects        PK RENOVATION#<id>    SK OBJECTOR#<n>        sealed
 *   left of a stock    PK STOCK#<id>         SK LEFT                where its devices are; only ever added to
 *   a centre's places  PK CENTRE#<id>        SK MEMBERS             how many there are and how many are taken
 *   left of a batch    PK BATCH#<id>         SK LEFT                of what was donated; only ever added to
 *   a member           PK MEMBER#<keyed hash>             SK CLAIM     which membership the person has; none when it was given back
 *   who received       PK RECEIVED#<batch>   SK <keyed hash> or <household>  which receipt it is; none when it was taken back
 *   a child's help     PK HELPED#<keyed hash>             SK <kind>    which help is open; none when it is over
 *   no-shows           PK NOSHOWS#<keyed hash of phone>   SK NOSHOWS   when nobody came; expires
 *
 * Access patterns (each has one integration test carrying its number)
 *   1  one case by id, strongly consistent              GetItem  PK, SK = STATE
 *      with what is decided on beside it                BatchGetItem
 *   2  a case's history in order, paged                 Query    PK, SK begins_with EVENT#
 *   3  what is due up to an instant, oldest first       Query    due index, duePK = DUE#<kind>#<shard>, dueSK <= now
 *   4  every case of a kind and month                   Query    case index, casePK = CASE#<kind>#<yyyy-mm>
 *   5  a page of a list in the order the screen shows   Query    PK = LIST#<list>
 *   6  counters of a subject over periods               Query    PK = COUNT#<subject>, SK between
 *      or over what lies under it: nodes, people         Query    PK = COUNT#<subject>
 *   7  the sessions of an account                       Query    PK = STAFF#<id>, SK begins_with SESSION#
 *   8  one session                                      GetItem  PK, SK
 *   9  an account by login name                         GetItem  PK = LOGIN#<name>
 *  10  the latest runs of a schedule                    Query    PK = RUN#<schedule>, newest first
 *  11  who holds a door or an ID number                 GetItem  PK = ADDRESS#… or IDNUMBER#…, SK = CLAIM
 *  12  the households with a phone                      Query    PK = PHONE#<keyed hash>
 *  13  who has which slot of a room on a day            Query    PK = ROOM#<venue>#<room>#<day>
 *  14  a line from its head on, places given back first Query    PK = LINE#<offer>
 *  15  how many wait before a number                    Query    PK = LINE#<offer>, SK between, so many at most
 *  16  when a phone's people are expected somewhere     Query    PK = BOOKED#<keyed hash>
 *  17  who is first in a town's queue                   Query    PK = RANKED#<town>, one
 *  18  which place an application has in it             Query    PK = RANKED#<town>, SK <= its own, keys only
 *  19  who opened a person's data, the latest first     Query    PK = <KIND>#<id>, SK begins_with OPENED#
 *  20  the latest run of every schedule                 Query    PK = RUNS
 *  21  ended cases whose period is over, oldest first   Query    due index, duePK = DUE#<kind>-RETENTION#<shard>, dueSK <= now
 */
export const tableKeys = { partition: 'PK', sort: 'SK' } as const;

/** Epoch SECONDS; DynamoDB deletes items some time after it, so readers compare it themselves. */
export const expiryAttribute = 'expiresAtEpochSeconds';

/** Sparse: only items that carry its keys are in it. Keys only, because every reader goes on to the state. */
export const tableIndexes = [
  { name: 'due-index', partition: 'duePK', sort: 'dueSK' },
  { name: 'case-index', partition: 'casePK', sort: 'caseSK' },
] as const;

export const dueIndex = tableIndexes[0];
export const caseIndex = tableIndexes[1];

/** The table as the embedded engine and the tests create it; the data stack builds the same from the same facts. */
export const createTableInput = (tableName: string): CreateTableCommandInput => ({
  TableName: tableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [tableKeys, ...tableIndexes].flatMap((keys) => [
    { AttributeName: keys.partition, AttributeType: 'S' as const },
    { AttributeName: keys.sort, AttributeType: 'S' as const },
  ]),
  KeySchema: [
    { AttributeName: tableKeys.partition, KeyType: 'HASH' },
    { AttributeName: tableKeys.sort, KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: tableIndexes.map((index) => ({
    IndexName: index.name,
    KeySchema: [
      { AttributeName: index.partition, KeyType: 'HASH' },
      { AttributeName: index.sort, KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'KEYS_ONLY' },
  })),
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
});
