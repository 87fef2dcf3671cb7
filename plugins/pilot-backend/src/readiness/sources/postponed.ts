/** Adjectives that follow "no": "no proper examples" are none either. */
const adjectives =
  '(?:real|proper|good|own|public|official|published|written|such|more|further|usable|up to date|richtigen?|eigenen?|fertigen?)';

/** Words that deny that there is what is named behind them. */
const denials =
  '(?:no|not (?:an?|any|the)|zero|never an?|neither|nor|nobody (?:wrote|has written)|none of (?:the|our)|without|lacks?|lacking|missing|(?:isnt|is not|arent|are not|dont have|do not have|doesnt have|does not have|havent|have not)(?: an?| any)?|keine?[nmrs]?|ohne|pas de|sans|aucune?|sin|ningun[ao]?)';

/** Words that ask for what is named behind them: it is still to be made. */
const wishes =
  '(?:(?:still )?needs?(?: to write)?|(?:should|must|will|shall|to|please|lets|yet to|want to|going to)(?: have| get)? (?:write|add|create|document|provide|have)|(?:wanted|needed|requested|missing))';
/** The same where it begins the title: what to do, and not how. */
const orders = '(?:write|add|create|provide|document)';

/** Words that say of those before them that they are still to be made. */
const unfinished =
  '(?:(?:is|are|still) )*(?:needed|wanted|requested|in progress|nothing|(?:not|no longer) available|(?:cannot|cant|can not) be found)';

/** Words that say, wherever they stand, that something is written later. */
const later = new RegExp(
  `(?:^| )(?:${[
    'coming (?:soon|later|shortly|next)',
    'comes (?:later|soon)',
    'to be (?:written|done|added|updated|defined|decided|determined|documented|completed|continued|provided|announced|filled|created)',
    'yet to (?:be|come)',
    'will (?:follow|come|be (?:written|added|provided|documented|created|published))',
    'not yet',
    'nothing (?:here|there|yet|to see)',
    '(?:not|never|isnt|arent|wasnt)(?: been)? (?:written|documented|available yet|there yet|done)',
    'not started',
    'isnt (?:there|available)',
    '(?:does not|doesnt|do not|dont)(?: yet)? exist',
    '(?:should|must|needs? to|has to|have to) be (?:written|added|documented|created|provided)',
    'stay tuned',
    'watch this space',
    'planned for',
    'help (?:wanted|needed)',
    'volunteers? (?:wanted|needed)',
    'under construction',
    'work in progress',
    'wip',
    'tbd',
    'tba',
    'noch nicht',
    'noch (?:keine?[nmrs]?|offen)',
    'wird nachgereicht',
    'en cours de (?:redaction|preparation)',
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
  '(?:to ?do|fix ?me|planned|unwritten|unavailable|unfinished|incomplete|outline|missing|is missing|are missing|pending|soon|later|to come|to follow|follows|placeholder|draft|stub|empty|none|n a|geplant|folgt|folgen|fehlt|fehlen|fehlt noch|spater|bald|leer|entwurf|platzhalter|a faire|pendiente|por hacer)';
/** Words behind a remark that say how long it holds. */
const forNow =
  '(?: (?:yet|so far|for now|for the moment|at the moment|currently|right now))?';
const remarkAtEnd = new RegExp(` ${remarks}${forNow}$`);
const remarkAtStart = new RegExp(
  `^\\W*${remarks}\\s*[:\\-\u2013\u2014.)\\]|]`,
  'i',
);

/**
 * True where a title says that what it names is not written yet.
 *
 * @param title - as it is written
 * @param words - the same as plain words
 */
export function isPostponed(title: string, words: string): boolean {
  return (
    later.test(words) || remarkAtEnd.test(words) || remarkAtStart.test(title)
  );
}

/**
 * True where plain words deny that there is what a phrase among them names, or
 * ask for it.
 */
export function isDenied(words: string, phrase: string): boolean {
  const before = `(?:(?:^| )(?:${denials}|${wishes})|^${orders})(?: (?:an?|the|our|some|more))?(?: ${adjectives})*`;
  return new RegExp(
    `${before} ${phrase}(?: |$)|(?:^| )${phrase} ${unfinished}$`,
  ).test(words);
}
