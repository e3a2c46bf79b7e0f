/**
 * Who the server is to those who connect by TLS: a certificate and its key, read anew as they
 * change.
 */
@NullMarked
package vn.bantin.tls;

import org.jspecify.annotations.NullMarked;
