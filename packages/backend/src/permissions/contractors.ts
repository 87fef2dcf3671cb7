/**
 * The Group of those who work here for a while. They see who is who, the
 * systems, the pilots, the templates and what their team owns, and record what
 * their team needs, but not who else needs what.
 */
export const contractors = 'group:default/contractors';
