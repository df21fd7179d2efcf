/** Characters that XML 1.0 cannot hold, even as references; lone surrogates among them. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text for between tags or within the quotes of an attribute. What XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(NOT_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** An element that holds text only; nothing at all for null. */
export function xmlElement(name: string, text: string | number | null, attributes: Attributes = {}): string {
  return text === null ? '' : `<${name}${xmlAttributes(attributes)}>${xmlText(String(text))}</${name}>`;
}

type Attributes = Readonly<Record<string, string | number | null>>;

/** Attributes with a space before each; those that are null are left out. */
export function xmlAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');
}
