import ts from 'typescript'

/** `of` is what the literal is given to: a tag, a called function, a property, an attribute. */
export type Literal = { kind: 'string' | 'tagged' | 'element' | 'attribute'; text: string; line: number; of: string }
/** `code` is the text with comments, literals and element texts blanked, line for line. */
export type Source = { literals: Literal[]; code: string }

const known = new Map<string, Source>()

/** Reads TypeScript by its own parser: regular expressions cannot tell a comment from a string. */
export function source(file: string, text: string): Source {
  const key = `${file} ${text}`
  const found = known.get(key) ?? parse(file, text)
  known.set(key, found)
  return found
}

function parse(name: string, text: string): Source {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const literals: Literal[] = []
  const code: string[] = text.split('').map((letter) => (letter === '\n' ? '\n' : ' '))
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isJSDoc(node)) return
    const start = node.getStart(file)
    const literal = literalOf(node)
    if (literal) literals.push({ ...literal, line: file.getLineAndCharacterOfPosition(start).line + 1 })
    else if (node.getChildCount(file) === 0 && !ts.isTemplateHead(node) && !ts.isTemplateMiddleOrTemplateTail(node))
      for (let at = start; at < node.end; at += 1) code[at] = text[at] ?? ' '
    for (const child of node.getChildren(file)) visit(child)
  }
  visit(file)
  return { literals, code: code.join('') }
}

function literalOf(node: ts.Node): Omit<Literal, 'line'> | undefined {
  const text = textOf(node)
  if (text === undefined) return undefined
  const to = receiver(node)
  if (ts.isJsxElement(to)) return { kind: 'element', text, of: to.openingElement.tagName.getText() }
  if (ts.isJsxFragment(to)) return { kind: 'element', text, of: '' }
  if (ts.isTaggedTemplateExpression(to)) return { kind: 'tagged', text, of: to.tag.getText() }
  if (ts.isJsxAttribute(to)) return { kind: 'attribute', text, of: to.name.getText() }
  if (ts.isPropertyAssignment(to)) return { kind: 'string', text, of: to.name.getText() }
  const called = ts.isCallExpression(to) || ts.isNewExpression(to) ? to.expression.getText() : ''
  return { kind: 'string', text, of: /\w*$/.exec(called)?.[0] ?? '' }
}

/** What a literal is given to, past the braces, plus signs and choices that stand between. */
function receiver(node: ts.Node): ts.Node {
  const { parent } = node
  const sum = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.PlusToken
  const chosen = ts.isConditionalExpression(parent) && parent.condition !== node
  return sum || chosen || ts.isJsxExpression(parent) ? receiver(parent) : parent
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node) || ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map((span) => `$1${span.literal.text}`).join('')
}
