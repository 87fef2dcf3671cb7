/** What follows "no": "no proper examples" are none either. */
const adjectives =
  '(?:real|proper|good|own|public|official|published|written|such|more|further|usable|up to date|richtigen?|eigenen?|fertigen?)';

/** What denies that there is what is named behind it. */
const denials =
  '(?:no|not any|without|lacks?|lacking|missing|(?:isnt|is not|arent|are not|dont have|do not have|doesnt have|does not have|havent|have not)(?: an?| any)?|keine?[nmrs]?|ohne|pas de|sans|aucune?|sin|ningun[ao]?)';

/** What says, wherever it stands, that something is written later. */
const later = new RegExp(
  `(?:^| )(?:${[
    'coming (?:soon|later|shortly|next)',
    'comes (?:later|soon)',
    'to be (?:written|done|added|defined|decided|determined|documented|completed|continued|provided|announced|filled|created)',
    'yet to (?:be|come)',
    'will (?:follow|come|be (?:written|added|provided|documented|created|published))',
    'not yet',
    'not (?:written|documented|started|available yet|there yet|done)',
    'isnt (?:written|documented|there|available)',
    '(?:does not|doesnt|do not|dont) exist',
    'under construction',
    'work in progress',
    'wip',
    'tbd',
    'tba',
    'noch nicht',
    'noch keine?[nmrs]?',
    'in (?:arbeit|vorbereitung|bearbeitung|planung)',
    '(?:folgt|kommt|kommen|folgen) (?:noch|bald|spater|in kurze|demnachst)',
    'wird (?:noch|spater)',
    'demnachst',
    'bald (?:verfugbar|mehr)',
    'a venir',
    'en construction',
    'bientot',
    'proximamente',
    'en construccion',
  ].join('|')})(?: |$)`,
);

/** The same of what is a whole remark, at the end or the beginning of a title. */
const remarks =
  '(?:to ?do|fix ?me|planned|missing|is missing|are missing|pending|soon|later|to come|to follow|follows|placeholder|draft|stub|empty|none|n a|geplant|folgt|folgen|fehlt|fehlen|fehlt noch|spater|bald|leer|entwurf|platzhalter|a faire|pendiente|por hacer)';
const remarkAtEnd = new RegExp(` ${remarks}$`);
const remarkAtStart = new RegExp(
  `^\\W*${remarks}\\s*[:\\-\u2013\u2014.)\\]|]`,
  'i',
);

/**
 * Whether a title says that what it names is not written yet.
 *
 * @param title - as it is written
 * @param words - the same as plain words
 */
export function isPostponed(title: string, words: string): boolean {
  return (
    later.test(words) || remarkAtEnd.test(words) || remarkAtStart.test(title)
  );
}

/** Whether plain words deny that there is what a phrase among them names. */
export function isDenied(words: string, phrase: string): boolean {
  return new RegExp(
    `(?:^| )${denials}(?: ${adjectives})* ${phrase}(?: |$)`,
  ).test(words);
}
