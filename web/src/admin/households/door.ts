export const isVillage = (path: string | undefined): path is string =>
  path !== undefined && /^\d{6}\/\d{9}\/\d{12}$/.test(path);
