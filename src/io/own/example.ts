/** Areas in the example rows of the templates: a row that names one is no row of a bureau. */
export const EXAMPLE = { town: '示例镇', township: '示例乡' } as const;
