package vn.bantin.search;

/** What somebody has typed to search for: a question, or why it is none. */
public sealed interface Asked permits SearchQuery, Unsearchable {}
