/** Of the field `docs`: no other document. */
export const NONE = 'none';
/** How many targets of her own a reader can add. */
export const MOST_OWN = 6;
/** Fields that hold them. */
export const ownTargetKeys: readonly string[] = Array.from({ length: MOST_OWN }, (_, index) => `t${index + 1}`);
