import { assessmentWords } from '../../assessment/assessment.words.ts';
import { homesWords } from './homes.words.ts';

/** What every part of the app that shows a home to assess speaks. */
export const assessmentPageWords = [assessmentWords, homesWords];
