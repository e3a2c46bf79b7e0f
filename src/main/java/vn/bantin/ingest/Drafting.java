package vn.bantin.ingest;

/** What a reader of one kind makes of a text. */
sealed interface Drafting permits Draft, Rejection {}
