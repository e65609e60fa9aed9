/** Which of the two questions? */
export type Side = 'a' | 'b'
