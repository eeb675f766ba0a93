package ductus.lab;

import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as a file asks for it; what is null is as the examination has it.
 *
 * @param name of the run; that of its examination if null
 * @param examination its name
 * @param full whether the settings are those of the long run, where the file names none
 * @param seeds all chance is drawn from, one after the other
 * @param minutes after which no trial is begun
 * @param settings those that differ from the examination's own
 */
record RunRequest(
    @Nullable String name,
    @Nullable String examination,
    @Nullable Boolean full,
    @Nullable List<Long> seeds,
    @Nullable Double minutes,
    @Nullable JsonObject settings) {
  /** A file of runs. */
  record RunList(@Nullable List<RunRequest> runs) {}
}
