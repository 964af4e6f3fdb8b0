/** Prototypes that all objects share, and their properties when the tests began. */
const roots = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
const before = roots.map((root) => Object.getOwnPropertyDescriptors(root));

/** Keys that were added to, deleted from or changed in a shared prototype since then. */
export function pollution(): readonly string[] {
  return roots.flatMap((root, i) => {
    const known = before[i]! as Record<PropertyKey, PropertyDescriptor>;
    const now = Object.getOwnPropertyDescriptors(root) as Record<PropertyKey, PropertyDescriptor>;
    return [...new Set([...Reflect.ownKeys(known), ...Reflect.ownKeys(now)])]
      .filter((key) => known[key]?.value !== now[key]?.value || known[key]?.get !== now[key]?.get)
      .map(String);
  });
}
