/** Said by hand, not taken from the slices: what of each row decides who reads it. `through` follows the case or notice it belongs to. */
type Kept = {
  place?: string
  organ?: string
  person?: string
  post?: string
  token?: string
  through?: string
  addable?: boolean
}
/** Each of those who may know of a visit or a mandate is a row: whoever is one of them sees what belongs to it. */
const OF_VISIT = (visit: string): string =>
  `select place, null::uuid as organ, person, post, token from visits.party where visit = ${visit}`
const OF_MANDATE = (mandate: string): string =>
  `select place, null::uuid as organ, person, null::uuid as post, null as token from visits.mandate_party where mandate = ${mandate}`
/** Whoever escorts and whoever answers for the shelter, each by his post. */
const OF_EVACUEE = (row: string): string =>
  `select ${row}.place, null::uuid as organ, ${row}.person, p.post, null as token from (values (${row}.escort), (${row}.keeper)) p(post)`
const OF_DOOR =
  'select place, null::uuid as organ, head as person, null::uuid as post, null as token from relief.door where id = t.about'
export const KEPT: Record<string, Kept> = {
  'visits.party': { place: 'place', person: 'person', post: 'post', token: 'token', addable: true },
  'visits.visit': { through: OF_VISIT('t.id'), addable: true },
  'visits.note': { through: OF_VISIT('t.visit'), addable: true },
  'visits.passed_on': { through: OF_VISIT('t.visit'), addable: true },
  'visits.updated': { through: OF_VISIT('t.visit'), addable: true },
  'visits.promise': { through: OF_VISIT('t.visit'), addable: true },
  'visits.voice': { through: OF_VISIT('t.visit'), addable: true },
  'visits.mandate_party': { place: 'place', person: 'person', addable: true },
  'visits.mandate': { through: OF_MANDATE('t.id'), addable: true },
  'visits.mandate_use': { through: OF_MANDATE('t.mandate'), addable: true },
  'visits.request': { place: 'place', person: 'person', addable: true },
  'visits.meeting': { place: 'place', addable: true },
  'visits.invited': {
    through:
      'select place, null::uuid as organ, null::uuid as person, null::uuid as post, null as token from visits.meeting where id = t.meeting',
    addable: true,
  },
  'visits.outing': { place: 'village', addable: true },
  'visits.outing_post': {
    through:
      'select village as place, null::uuid as organ, null::uuid as person, null::uuid as post, null as token from visits.outing where id = t.outing',
    addable: true,
  },
  'visits.problem': { place: 'place', post: 'owner', addable: true },
  'relief.shelter': { place: 'place' },
  'relief.walk_in': { place: 'place', person: 'person', post: 'keeper' },
  'relief.evacuee': { through: OF_EVACUEE('t') },
  'relief.evacuee_word': {
    through: `select f.* from relief.evacuee e, lateral (${OF_EVACUEE('e')}) f where e.id = t.about`,
  },
  'relief.sweep': { place: 'place' },
  'relief.door': { place: 'place', person: 'head' },
  'relief.knock': { through: OF_DOOR },
  'relief.check': { place: 'place' },
  'relief.line': { place: 'place', person: 'person' },
  'relief.line_word': {
    through:
      'select place, null::uuid as organ, person, null::uuid as post, null as token from relief.line where id = t.about',
  },
  'relief.ended_check': { place: 'place' },
  'emergency.activation': { place: 'place' },
  'emergency.decision': { place: 'place' },
  'emergency.raised': { place: 'place' },
  'emergency.entry': { place: 'place' },
  'emergency.report': { place: 'place' },
  'emergency.kept': { place: 'place' },
  'emergency.destroyed': { place: 'place' },
  'emergency.certificate': { place: 'place' },
  'emergency.after_action': { place: 'place' },
  'relief.item': { place: 'place', organ: 'taken_organ', person: 'owner_person' },
  'relief.stay': { place: 'place', person: 'person', post: 'helper' },
  'relief.need': {
    through:
      'select place, null::uuid as organ, person, helper as post, null as token from relief.stay where id = t.stay',
  },
  'relief.pass': { place: 'place', person: 'person', token: 'token' },
  'relief.crossing': { place: 'place', person: 'person' },
  'relief.call': { place: 'place', person: 'person' },
  'relief.shift': { place: 'place' },
  'relief.seat': { place: 'place', person: 'person' },
  'relief.seek': { place: 'place', person: 'contact' },
  'relief.firm_problem': { place: 'place', organ: 'owner' },
  'relief.firm': { place: 'place' },
  'bonds.bond': { place: 'place', person: 'person', post: 'post', addable: true },
  'bonds.answerer': { place: 'place', person: 'person', post: 'post' },
  'bonds.substitute': { place: 'place' },
  'bonds.saying': { place: 'place', person: 'person' },
  'bonds.rotation': { place: 'place' },
  'bonds.file': { place: 'place', post: 'became' },
  'bonds.file_line': {
    through:
      'select place, null::uuid as organ, null::uuid as person, became as post, null as token from bonds.file where id = t.file',
  },
  'bonds.work': { place: 'place' },
  'bonds.claim': { place: 'place', person: 'person' },
  'bonds.done': { place: 'place', addable: true },
  'orders.order': { place: 'issuer_place', organ: 'organ', addable: true },
  'orders.version': {
    through:
      'select issuer_place as place, organ, null::uuid as person, null::uuid as post, null as token from orders.order where id = t."order"',
    addable: true,
  },
  // Whoever stands in reaches the row too; on the stage nobody does.
  'orders.recipient': {
    place: 'place',
    person: 'person',
    post: 'case when person is null then who end',
    addable: true,
  },
  'orders.answer': { place: 'place', person: 'by_person', post: 'by_post', addable: true },
  'orders.photo': { place: 'place', person: 'by_person', addable: true },
  'orders.tally': { place: 'node', addable: true },
  'orders.stand_in': { place: 'place', post: 'of_post', addable: true },
  'cases.case': { place: 'place', organ: 'organ', person: 'reporter', post: 'assignee', token: 'token', addable: true },
  'cases.step': {
    through: 'select place, organ, reporter as person, assignee as post, token from cases.case where id = t.case_id',
    addable: true,
  },
  // A photo that no case took up yet is read by any scope, by its id alone; without a scope by nobody.
  'cases.file': {
    through: 'select place, organ, reporter as person, assignee as post, token from cases.case where id = t.case_id',
    addable: true,
  },
  'cases.reporter_was': {
    through: 'select place, organ, reporter as person, assignee as post, token from cases.case where id = t.case_id',
  },
  'cases.words': { place: 'place', organ: 'organ', addable: true },
  'cases.tally': { place: 'village', addable: true },
  'cases.tally_day': { place: 'village', addable: true },
  'consents.consent': { place: "''", person: 'person' },
  'consents.delay': { place: 'place', organ: 'organ' },
  'consents.glass': { place: 'place', person: 'by_person' },
  'consents.outside_look': { place: "''", person: 'person' },
  'consents.outside_system': { place: "''" },
  'kernel.record': { place: "coalesce(place, nullif(actor_place, ''), '3308')", person: 'about', addable: true },
  'notices.notice': { place: "''", person: 'person', post: 'post', addable: true },
  'notices.sms': {
    through:
      "select '' as place, null::uuid as organ, person, post, null as token from notices.notice where id = t.notice",
    addable: true,
  },
  'people.person': { place: 'office', person: 'id' },
  'people.entry': { place: 'place', person: 'person', post: 'post', addable: true },
  'people.document': { place: 'place', person: 'person' },
  'people.statement': { place: 'place', person: 'person' },
  'people.merge': { place: 'place' },
  'people.split': { place: 'place' },
  'fields.value': { place: 'place', person: 'subject' },
  'fields.branch': { place: 'place' },
  'fields.confirmation': {
    through:
      'select place, null::uuid as organ, subject as person, null::uuid as post, null as token from fields.value where id = t.value',
  },
  'fields.paper': { place: 'place', person: 'signed_by' },
  'fields.contest': { place: 'place', organ: 'organ', person: 'person', addable: true },
  'fields.contest_step': {
    through: 'select place, organ, person, null::uuid as post, null as token from fields.contest where id = t.contest',
    addable: true,
  },
  'fields.suspicion': { place: 'place' },
  'fields.compared': { place: 'place' },
  'homes.import': { place: 'place' },
  'homes.import_row': { place: 'place' },
  'matches.search': { place: 'place' },
  'matches.pair': { place: 'place' },
  'matches.decision': {
    through:
      'select place, null::uuid as organ, null::uuid as person, null::uuid as post, null as token from matches.pair where id = t.pair',
  },
  'sync.device': { place: 'place', person: 'person', token: 'token' },
  'sync.parcel': { place: 'place', person: 'person' },
  'homes.dwelling': { place: 'place' },
  'homes.statement': { place: 'place' },
  'homes.household': { place: 'place' },
  'homes.member': { place: 'place', person: 'person' },
  'homes.premises': { place: 'place' },
  'homes.stay': { place: 'place' },
  'homes.act': { place: 'place' },
  'people.organ': { place: 'place' },
  'posts.post': { place: 'place' },
  'posts.hand_over': { place: 'place' },
  'signin.credential': { place: "''", person: 'person' },
  'signin.second_factor': { place: "''", person: 'person' },
  'signin.session': { place: "''", person: 'person' },
  'signin.code': { place: "''" },
}
/** Tables with columns of that kind that everybody may read, and why. */
export const OPEN: Record<string, string> = {
  'places.place': 'the tree is public',
  'places.naming': 'the tree is public',
  'places.change': 'decisions about the tree are public, with the office that took them',
  'places.succession': 'the tree is public',
  'emergency.playbook': 'what would be done in an emergency is public among staff, with the post that set it',
  'bonds.moved': 'ids of bonds that went along with a household, of no person; the house reads it to take them back',
  'fields.definition': 'the registry is public among staff, with the organ that answers for each datum',
  'bonds.kind': 'kinds of bonds are public, with the post that set them',
  'orders.numbering': 'how many letters an office has numbered',
  'orders.load': 'minutes that orders ask of a grid; no persons',
  'orders.warning': 'what the public is warned of, with the post that did',
  'fields.form': 'what offices ask, of which places and why, is public among staff',
  'visits.field_day': 'which days are kept free of meetings, with the post that set it, is public among staff',
  'visits.day_exception': 'the same for days on which that was lifted',
  'duties.version': 'the duty list is public, with the post that changed it',
  'kernel.command': 'answers are found by the key of their sender alone, and the road compares the actor',
  'kernel.outbox': 'ids and places of what just happened; only the relay reads it, and every act adds to it',
  'kernel.hold': 'who holds a lever, where and until when, binds everybody in that place',
  'oversight.given_up': 'which announcement was given up and by whom; no data of residents',
}
/** Views that answer past row-level security, as their owner, and why. */
export const PAST: Record<string, string> = {
  'people.pub_person': 'names of staff, and of reporters under the purpose of a case; queries say whom they saw',
  'people.pub_entry': 'which act a value came by: source, day, post; nothing of the person it is about',
  'people.pub_number': 'sealed numbers, which open only with the key; queries show them masked and say whom they saw',
  'people.pub_document': 'keyed digests to find two entries with one number by; no number follows from one',
  'bonds.pub_bond': 'who answers for a door; queries ask for the door first, and say whom they saw',
  'bonds.pub_answerer': 'who stands ready, for the households that may choose; queries say whom they saw',
  'bonds.pub_substitute': 'who stands in for an answerer',
  'bonds.pub_saying': 'words about a bond, found by the bonds of a door that may be known',
  'bonds.pub_work': 'what is offered to members who report in is public to staff',
  'bonds.pub_done': 'what a department’s members did where they reported in; queries show counts by department',
  'bonds.pub_claim': 'how many seats are taken, and by which department',
  'orders.pub_order': 'what an order says, for those whom it reaches; queries find out that it does',
  'orders.pub_version': 'the same of its versions',
  'orders.pub_recipient':
    'who is addressed, for the office that issued it and the places of it; queries say whom they saw',
  'orders.pub_answer': 'what they said, for the same',
  'orders.pub_photo': 'photos of answers, for the same; queries find out whom they concern, and say whom they saw',
  'orders.pub_tally': 'figures of an order by village; no persons',
  'orders.pub_stand_in': 'who answers for an absent post is public to staff',
  'orders.pub_recount': 'the figures as they would be counted now',
  'fields.pub_value': 'values, for forms, visits and cards; queries state a purpose and say whom they saw',
  'fields.pub_current': 'the same for counting what forms hold, without whether a value is contested',
  'fields.pub_contest': 'that a value is contested is marked wherever it is shown; no words of who contests it',
  'fields.pub_arrival': 'what became of an entry, without values, for whoever made it',
  'homes.pub_dwelling': 'doors, for slices that answer about one with a purpose of their own',
  'homes.pub_household': 'which household is behind a door; queries say whom they saw',
  'homes.pub_stay': 'which household was behind a door before it moved; queries say whom they saw',
  'homes.pub_member': 'who belongs to a household; queries say whom they saw',
  'people.pub_organ': 'organs are public to staff',
  'emergency.pub_activation': 'what is in force, and what was, is public by law',
  'emergency.pub_certificate':
    'what was destroyed is public; holds no person but the one who signed, whom no query shows',
  'emergency.pub_report': 'whether a node has approved, without its figures, for those who report to it',
  'notices.pub_sent': 'how many messages of what kind went out where and when; nothing of whom they were to',
  'cases.pub_outcome': 'state and public answer of a case, for those who were there when it was told',
  'relief.pub_shelter': 'where one can go, and how many are there; holds no person',
  'relief.pub_listed': 'who is on a list already, for the door of a shelter; no query shows it',
  'kernel.pub_hold':
    'which levers are held where and until when, by no name: what was told or brought under them goes with them',
  'relief.pub_stays_home': 'who has to stay at home already, so that nobody has to twice; no query shows it',
  'relief.pub_lodged': 'who is in a shelter by himself already, for the same door; no query shows it',
  'relief.pub_sweep': 'that there is a list of doors, for whoever has some of them; the doors follow the place',
  'relief.pub_check': 'that there is a list, whose and what for, for whoever has people of it; they follow the place',
  'relief.pub_arrival': 'who was seen coming in, for the check whether a list may name them',
  'relief.pub_shift': 'where help is wanted and how many seats are left; holds no person',
  'visits.pub_party': 'for a proxy, after his mandate was looked at and the use of it written down',
  'visits.pub_visit': 'the same',
  'visits.pub_note': 'the same',
  'visits.pub_passed_on': 'the same',
  'visits.pub_updated': 'the same',
  'visits.pub_promise': 'the same',
  'visits.pub_voice': 'the same',
  'consents.pub_live':
    'whether there is consent decides what may be held and shown; it holds no other data of the person',
  'consents.pub_withheld':
    'which looks are not to be shown yet: the page that leaves them out is asked by the person himself',
  'consents.pub_glass': 'why somebody broke the glass, for the page of the person whom it opened',
  'consents.pub_outside': 'names of registers outside are public',
  'posts.pub_post': 'names and duties of staff are public to staff',
  'places.pub_place': 'the tree is public',
  'places.pub_succession': 'the tree is public',
  'places.pub_stranded': 'the tree is public',
}
