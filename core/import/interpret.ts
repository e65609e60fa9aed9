export const interpretChunks: any = () => { throw new Error('stub') }
