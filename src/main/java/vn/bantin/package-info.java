/**
 * Bantin: articles in, honest feeds out, fast.
 *
 * <p>The way of an article, each a package that uses only those before it:
 *
 * <pre>
 * article   what an article is, and what can happen to it
 * access    who may do what: tokens and their scopes
 * yaml      YAML with its line numbers
 * search    what is found by its words, and how it is asked      article
 * store     articles and the entry log of every feed; tokens     article, access, search
 * ingest    bytes to an article or a refusal; the only writer    article, store, yaml
 * api       what programs ask of articles, and the answers       access, article, store, ingest
 * feed      definitions, and a writer for each format            article
 * page      what people see of feeds, and partners' readers      feed, article
 * newsroom  the files in feeds/ to definitions                   feed, yaml, article
 * change    what moved since last time, and what is due           article, store
 * tls       a certificate and its key, read anew as they change  nothing
 * snapshot  bytes with validators, ready before they are asked   feed, store, change, search
 * purge     what caches in front are told when a feed moves      observe
 * field     what the fields of a request mean                    snapshot, feed, config
 * net       sockets, the threads that serve them, TLS on them    config, observe
 * http2     HTTP/2 within bounds                                 config
 * http      200, 304 and all other answers                       all but cli, newsroom, ingest, access
 * cli       one file for each command                            App and what it hands out
 * </pre>
 *
 * <p>{@code config} is the option table and {@code observe} takes note of what happens; any room
 * may tell {@code observe}. {@code App} puts the rooms together. {@code newsroom} and {@code yaml}
 * stand apart from {@code feed}, so that feeds are built without knowing of files.
 */
@NullMarked
package vn.bantin;

import org.jspecify.annotations.NullMarked;
