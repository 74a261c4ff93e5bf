import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { ApiProblem } from '../../api/client.ts';

/**
 * What a form's own rules find before anything is sent, told as the service would tell it.
 * @throws ApiProblem when there is something
 */
export const refuseUnsent = (problems: readonly FieldProblem[]): void => {
  if (problems.length > 0) throw new ApiProblem('request.invalid', 422, problems, undefined);
};
