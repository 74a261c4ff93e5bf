import type { DistrictFund, FundView, TownFund } from './renovation.queries.ts';

const covers = ({ node }: FundView, village: string): boolean => village.startsWith(`${node}/`);

/** The two funds that a home is paid from and counted in. */
export const fundsFor = (
  funds: readonly FundView[],
  village: string,
): { readonly town: TownFund | undefined; readonly district: DistrictFund | undefined } => ({
  town: funds.find((each): each is TownFund => each.kind === 'town' && covers(each, village)),
  district: funds.find((each): each is DistrictFund => each.kind === 'district' && covers(each, village)),
});
