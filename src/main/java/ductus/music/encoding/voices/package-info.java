/**
 * Settings for four voices as tokens: a header, a plan of the phrases (how long each is, on which
 * chord it ends, what it returns to), then the voices phrase by phrase, soprano, bass, tenor, alto,
 * note after note ({@link ductus.music.encoding.voices.VoicesEncoding}).
 *
 * <p>Times are grid steps, four a quarter note; voices are numbered from the top.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.encoding.voices;
