/**
 * What a person who starts OpenPalm may be told when the embedded database cannot run, in both languages at once (at that
 * moment nobody has chosen one yet), always with what to do. `{name}` is filled in; `detail` is what the program itself said.
 */
const TEXTS = {
  noBinary: [
    '此系统（{platform}）没有可用的内置 PostgreSQL。请安装 PostgreSQL 15 或更高版本，并设置 DATABASE_URL。若只是安装依赖时略过了可选包，请重新运行 npm install（不要加 --omit=optional）。',
    'There is no embedded PostgreSQL for this system ({platform}). Install PostgreSQL 15 or later and set DATABASE_URL. If optional packages were left out, run npm install again without --omit=optional.',
  ],
  binaryFails: [
    '内置 PostgreSQL 无法在此系统上运行（{where}）。请安装 PostgreSQL 15 或更高版本，并设置 DATABASE_URL。',
    'The embedded PostgreSQL does not run on this system ({where}). Install PostgreSQL 15 or later and set DATABASE_URL.',
  ],
  binaryOutOfReach: [
    '内置 PostgreSQL 的程序文件（{where}）不能就地使用，也无法复制到 {tried}。请让其中一处可写且允许执行程序，或设置 DATABASE_URL。',
    'The programs of the embedded PostgreSQL ({where}) cannot be used where they are, nor copied to {tried}. Make one of these writable and executable, or set DATABASE_URL.',
  ],
  nobodyToRunAs: [
    'PostgreSQL 不能以 root 身份运行，而此系统没有 postgres 或 nobody 用户。请创建其中之一，或以普通用户启动，或设置 DATABASE_URL。',
    'PostgreSQL does not run as root, and this system has no user postgres or nobody. Create one of them, start as an ordinary user, or set DATABASE_URL.',
  ],
  folderOutOfReach: [
    '数据目录 {folder} 位于只有 root 能进入的目录下，数据库用户（uid {uid}）无法到达。请换一个数据目录，或以普通用户启动。',
    'The data folder {folder} lies below a folder that only root may enter, so the user of the database (uid {uid}) cannot reach it. Choose another data folder, or start as an ordinary user.',
  ],
  folderNotOurs: [
    '数据目录 {folder} 属于另一个用户（uid {uid}）。请以该用户或 root 启动，或换一个数据目录。',
    'The data folder {folder} belongs to another user (uid {uid}). Start as that user or as root, or choose another data folder.',
  ],
  folderNotWritable: [
    '数据目录 {folder} 不可写。请修改其权限，或换一个数据目录。',
    'The data folder {folder} cannot be written to. Change its permissions, or choose another data folder.',
  ],
  folderTaken: [
    '数据目录 {folder} 正被另一个 OpenPalm 进程使用（进程号 {pid}，主机 {host}）。请先停止该进程，或换一个数据目录。',
    'The data folder {folder} is taken by pid {pid} on host {host}, another OpenPalm process. Stop that process first, or choose another data folder.',
  ],
  otherMajor: [
    '数据目录 {folder} 由 PostgreSQL {found} 创建，而内置的是 {ours}。请用原来的 OpenPalm 版本导出数据，或用 PostgreSQL {found} 打开它并设置 DATABASE_URL。',
    'The data folder {folder} was made by PostgreSQL {found}, and the embedded one is {ours}. Export the data with the OpenPalm version you had, or open it with a PostgreSQL {found} and set DATABASE_URL.',
  ],
  passwordMissing: [
    '数据库口令文件 {file} 丢失或已损坏。请从备份恢复该文件。',
    'The file {file} with the password of the database is missing or damaged. Restore it from a backup.',
  ],
  passwordWrong: [
    '文件 {file} 中的口令与数据库不符。请恢复与此数据目录一起备份的口令文件。',
    'The password in {file} is not that of the database. Restore the password file that was backed up with this data folder.',
  ],
  holderUnknown: [
    '数据目录 {folder} 的 postmaster.pid 指向进程 {pid}，但它没有应答。若它是此目录的 PostgreSQL，请先停止它；若不是，请删除 {folder}/cluster/postmaster.pid。',
    'postmaster.pid in the data folder {folder} names process {pid}, which does not answer. If it is the PostgreSQL of this folder, stop it first; if it is not, delete {folder}/cluster/postmaster.pid.',
  ],
  createFailed: [
    '无法在 {folder} 中创建数据库。请检查磁盘空间和目录权限。',
    'The database could not be created in {folder}. Check the disk space and the permissions of the folder.',
  ],
  startFailed: [
    '{folder} 中的数据库无法启动。请查看下面的日志和 {folder}/cluster/log。',
    'The database in {folder} does not start. See the log below and {folder}/cluster/log.',
  ],
  stopFailed: [
    '{folder} 中的数据库没有在规定时间内停止，它仍在运行；下次启动时会接管它。',
    'The database in {folder} did not stop in time and is still running; the next start will adopt it.',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type EmbeddedCode = keyof typeof TEXTS

export class EmbeddedRefusal extends Error {
  readonly code: EmbeddedCode
  readonly zh: string
  readonly en: string
  readonly detail: string
  constructor(code: EmbeddedCode, facts: Record<string, string | number> = {}, detail = '') {
    const [zh, en] = TEXTS[code].map((text) => fill(text, facts)) as [string, string]
    super([zh, en, detail.trim()].filter(Boolean).join('\n'))
    this.name = 'EmbeddedRefusal'
    this.code = code
    this.zh = zh
    this.en = en
    this.detail = detail.trim()
  }
}

const fill = (text: string, facts: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
