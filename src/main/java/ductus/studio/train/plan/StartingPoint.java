package ductus.studio.train.plan;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run begins with.
 *
 * @param source file or folder that it learns from
 * @param from lasting name of the model whose weights it begins with; null for weights drawn at
 *     random
 */
public record StartingPoint(Path source, @Nullable String from) {}
