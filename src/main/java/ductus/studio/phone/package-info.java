/**
 * The way from a phone: for ten minutes, once somebody has switched it on, a second server at the
 * local network serves one page that takes a picture or a file, and nothing else.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.phone;
