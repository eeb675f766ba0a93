package ductus.lab.trial;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;

/**
 * Where an examination's results come from, as it stands beside them.
 *
 * @param format of this file
 * @param version of Ductus
 * @param examination its name
 * @param question that it answers
 * @param settings of all trials
 * @param seeds of all trials
 * @param measures what each column means
 * @param kernels that computed
 * @param java version of
 * @param threads used; the figures do not depend on it, but for time and memory
 */
record ExaminationProvenance(
    int format,
    String version,
    String examination,
    String question,
    JsonElement settings,
    List<Long> seeds,
    Map<String, String> measures,
    String kernels,
    String java,
    int threads) {
  static final int FORMAT = 1;
}
