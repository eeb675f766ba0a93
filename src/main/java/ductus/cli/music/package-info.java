/**
 * Commands of music: tunes are generated, played, answered and exported, models of them trained,
 * corpora written in shards; one class a command. Those that a cluster makes come in a {@link
 * ductus.cli.music.Portion} each.
 */
@NullMarked
package ductus.cli.music;

import org.jspecify.annotations.NullMarked;
