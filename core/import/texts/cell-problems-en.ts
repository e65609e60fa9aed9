/** What is wrong with one cell of a file, and what is to be done, in English? A code that is not here is told by `other`. */
import type { ProblemText, ProblemTextCode } from './cell-problems-vi.ts'

export const cellProblemsEn: Readonly<Record<ProblemTextCode, ProblemText>> = {
  other: { text: 'Something is wrong ({{code}}).', remedy: 'Check this cell.' },
  value_missing: { text: 'A value is missing.', remedy: 'Fill the cell in and send the file again.' },
  formula_error: {
    text: 'The cell shows a formula error.',
    remedy: 'Correct the formula, or type the value.',
  },
  formula_without_value: {
    text: 'The file holds no result of this formula.',
    remedy: 'Open it in Excel and save it, or paste the value instead.',
  },
  text_unseen: { text: 'The text holds characters that cannot be seen.', remedy: 'Type the cell again.' },
  text_too_long: {
    text: 'The text is too long; at most {{most}} characters.',
    remedy: 'Shorten it; what is long belongs in the note.',
  },
  code_invalid: { text: 'The code holds signs that cannot be used.', remedy: 'Use only: {{expected}}.' },
  number_invalid: { text: 'This is no number.', remedy: 'Write the number alone.' },
  number_ambiguous: {
    text: 'This may be {{either}} or {{or}}.',
    remedy: 'Write the number without a sign between thousands.',
  },
  number_out_of_range: { text: 'Outside {{least}}–{{most}}.', remedy: 'Check the number and its unit.' },
  number_not_whole: { text: 'This has to be a whole number.', remedy: 'Leave the decimals out.' },
  day_invalid: { text: 'This is no day.', remedy: 'Write it like {{expected}}.' },
  day_ambiguous: {
    text: 'Day and month cannot be told apart.',
    remedy: 'Write dd/mm/yyyy, or make the cell a date.',
  },
  day_in_future: { text: 'The day lies in the future (today is {{today}}).', remedy: 'Correct the day.' },
  day_from_month: {
    text: 'Only a month is given; taken as {{day}}.',
    remedy: 'Write the whole day if you know it.',
  },
  day_from_quarter: {
    text: 'Only a quarter is given; taken as {{day}}.',
    remedy: 'Write the whole day if you know it.',
  },
  day_from_year: {
    text: 'Only a year is given; taken as {{day}}.',
    remedy: 'Write the whole day if you know it.',
  },
  day_short_year: {
    text: 'The year has two digits; taken as {{day}}.',
    remedy: 'Write the year with four digits.',
  },
  day_month_first: {
    text: 'The month stands before the day; taken as {{day}}.',
    remedy: 'Write the day before the month.',
  },
  word_unknown: { text: 'This word is not known.', remedy: 'Use one of: {{expected}}.' },
  words_several: {
    text: 'Several values were given; only “{{taken}}” is kept.',
    remedy: 'Write one value in the cell.',
  },
  commune_unknown: {
    text: 'There is no such commune, neither before nor after 7/2025.',
    remedy: 'Check the names of the commune and its huyện, or write its code.',
  },
  district_unknown: { text: 'There is no such huyện.', remedy: 'Check the name of the huyện.' },
  village_unknown: {
    text: 'The commune has no such village.',
    remedy: 'Check its name and commune; add a new village to the list of villages first.',
  },
  carrier_unknown: {
    text: 'There is no such carrier.',
    remedy: 'Write its name as it is, or choose the carrier of the whole file under Columns.',
  },
  mast_kind_unknown: { text: 'There is no such kind of mast.', remedy: 'Use one of: {{expected}}.' },
  source_unknown: { text: 'There is no source with this code.', remedy: 'Use one of: {{expected}}.' },
  act_unknown: {
    text: 'There is no such act.',
    remedy: 'Bring the act in first, or use one of: {{expected}}.',
  },
  indicator_unknown: { text: 'There is no such indicator.', remedy: 'Use one of: {{expected}}.' },
  position_unreadable: {
    text: 'The position cannot be read.',
    remedy: 'Write decimal degrees (21.3861; 103.0163), degrees minutes seconds, or VN-2000 X and Y.',
  },
  position_half: {
    text: 'Only one of the two coordinates is there.',
    remedy: 'Fill in both, or leave both empty.',
  },
  position_far: {
    text: 'The position lies far from the province.',
    remedy: 'Check the numbers, the order of X and Y and the central meridian.',
  },
  position_ambiguous: {
    text: 'The position may mean two places ({{meridians}}).',
    remedy: 'Choose the central meridian under Columns, or name the commune.',
  },
  axes_swapped: {
    text: 'Longitude and latitude were swapped and have been put right.',
    remedy: 'Keep the order of the columns next time.',
  },
  other_zone: {
    text: 'VN-2000 of another zone (meridian {{meridian}}), converted.',
    remedy: 'Check it on the map.',
  },
  geometry_type: {
    text: 'The shape is a {{found}}; {{expected}} is needed.',
    remedy: 'Choose the right layer, or export that kind of shape.',
  },
  route_straight: {
    text: 'Only both ends are known; drawn as a straight line.',
    remedy: 'Send the route as KML or Shapefile if there is one.',
  },
  technology_missing: {
    text: 'A carrier without a technology: no station can be made of it.',
    remedy: 'Write 2G, 3G, 4G or 5G.',
  },
  bands_unassigned: {
    text: 'It is not said which band is of which technology; bands are left out.',
    remedy: 'Write “2G: 900; 4G: 1800”, or give each technology a column of bands.',
  },
  share_without_partial: {
    text: 'A share of households beside a state that is not partial.',
    remedy: 'Correct the state, or leave the share out.',
  },
  samples_too_few: {
    text: 'Fewer than {{least}} samples: too few to conclude.',
    remedy: 'For orientation only.',
  },
  twice_in_file: {
    text: 'Row {{first_row}} says otherwise of the same record: {{before}}, here {{after}}.',
    remedy: 'Keep one of the rows.',
  },
  filled_from_above: {
    text: 'The cell is empty; taken from row {{row}} (merged cells).',
    remedy: 'Fill it in if that is not so.',
  },
  rows_joined: {
    text: 'The row was broken over two and joined with row {{row}}.',
    remedy: 'Check the name.',
  },
  value_unfit: { text: 'The value does not fit ({{expected}}).', remedy: 'Correct this cell.' },
  position_outside: {
    text: 'The position lies outside the province.',
    remedy: 'Check the coordinates, their order and the central meridian.',
  },
  unit_not_found: { text: 'No commune has this code.', remedy: 'Check the code or the name of the commune.' },
  village_not_found: {
    text: 'There is no such village.',
    remedy: 'Add the village first, then import again.',
  },
  village_ended: {
    text: 'The village ended before this day.',
    remedy: 'Use the village that followed it, or correct the day.',
  },
  source_not_found: {
    text: 'No source has this code.',
    remedy: 'Leave it empty, or use the code of a known source.',
  },
  carrier_not_own: {
    text: 'The row speaks of another carrier.',
    remedy: 'Send records of your own company only.',
  },
  basis_not_allowed: {
    text: 'A carrier declares or predicts; what is measured or verified the Department records.',
    remedy: 'Give declared or predicted as the basis.',
  },
  row_repeated: { text: 'Row {{row}} speaks of this record already.', remedy: 'Keep one of the two rows.' },
  geometry_unfit: {
    text: 'The shape cannot be used, {{expected}} is needed.',
    remedy: 'Draw or export it again as the right kind.',
  },
  length_differs: {
    text: 'The stated length is more than a fifth off the drawn line ({{expected}} m).',
    remedy: 'Check the unit (m or km) and the line.',
  },
  row_fixed: {
    text: 'This row of the act is there already and differs.',
    remedy: 'Printed rows are not changed by a file; a later act replaces them.',
  },
  answered_none: {
    text: 'A name in this row is not on the list, by the answer given.',
    remedy: 'Add that record first, or correct the name in the file.',
  },
  question_open: {
    text: 'A name in this row is still in question.',
    remedy: 'Write name, commune and district in full, or give the code.',
  },
  corrected_since: {
    text: 'The Department corrected this value after the last list.',
    remedy: 'Take the correction over into the list, or discuss it.',
  },
  outside_commune: {
    text: 'The position lies outside the commune that is named.',
    remedy: 'Check the coordinates or the commune.',
  },
  near_site: {
    text: 'Another site stands within 20 m.',
    remedy: 'If it is the same mast, use the code of that site.',
  },
  moved_far: { text: 'More than 1 km from where it stands now.', remedy: 'Check the coordinates.' },
  other_carrier: { text: 'The record belongs to another carrier.', remedy: 'Check the code.' },
}
