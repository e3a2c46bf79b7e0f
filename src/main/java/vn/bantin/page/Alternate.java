package vn.bantin.page;

import org.jspecify.annotations.Nullable;

/**
 * The same in another shape, for programs that look into the head of a page.
 *
 * @param type its media type; null when it is a page in another language
 * @param title what it is called; null to say nothing
 * @param language BCP 47 tag of a page in another language; null for anything else
 * @param href where it is
 */
record Alternate(
    @Nullable String type, @Nullable String title, @Nullable String language, String href) {}
