/** Takes the place of a package that a function never loads: what reads a browser's name, in the SDK. */
export default {};
