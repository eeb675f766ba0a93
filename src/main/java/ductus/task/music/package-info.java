/**
 * The room of music: what can be learned ({@code kind}), what is asked ({@code request}), the
 * pieces of a corpus ({@code piece}), training, models, new pieces ({@code generation}, {@code
 * tune}, {@code jam}), traits to ask for ({@code condition}), polyphony in frames, evaluation, and
 * scores described and exported.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music;
