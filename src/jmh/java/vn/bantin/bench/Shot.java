package vn.bantin.bench;

/**
 * What became of some seconds of requests.
 *
 * @param answers that were complete and as they should be
 * @param perSecond how many of them in a second
 * @param trouble what else happened; empty when nothing did
 */
record Shot(long answers, double perSecond, String trouble) {}
