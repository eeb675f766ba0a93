package ductus.task.music.evaluation;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ductus.metric.baseline.TokenKind;
import ductus.metric.baseline.TokenLosses;
import ductus.train.Loss;
import java.util.Locale;

/** A report as one JSON object, with the names that scripts and the README rely on. */
public final class EvaluationJson {
  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .create();

  private EvaluationJson() {}

  /** The figures of a report on melodies as JSON. What is not known is left out. */
  public static JsonObject of(EvaluationReport report) {
    JsonObject json = new JsonObject();
    json.add("model", GSON.toJsonTree(report.model()));
    json.add("pieces", GSON.toJsonTree(report.pieces()));
    Prediction prediction = report.prediction();
    json.addProperty("keys", report.model().keys().heldOut().label());
    json.addProperty("tokens", prediction.network().total().tokens());
    json.addProperty("notes", prediction.network().notes());
    losses(json, "", prediction.network());
    prediction.baselines().ifPresent(baselines -> baselines(json, prediction, baselines));
    JsonObject generated = new JsonObject();
    addAll(generated, GSON.toJsonTree(report.drawing().sampling()));
    generated.addProperty("seed", report.drawing().seed());
    generated.addProperty("ended", report.drawing().ended());
    generated.addProperty("whole_bars", report.drawing().wholeBars());
    addAll(generated, GSON.toJsonTree(report.generated()));
    json.add("generated", generated);
    json.add("real", GSON.toJsonTree(report.real()));
    json.add("overlap", GSON.toJsonTree(report.likeness()));
    json.add("copied", GSON.toJsonTree(report.copying()));
    json.add("statistics", GSON.toJsonTree(report.statistics()));
    json.add("form", GSON.toJsonTree(report.form()));
    return json;
  }

  /** The figures of a report on any kind of music as JSON. What is not known is left out. */
  public static JsonObject of(MusicReport report) {
    return GSON.toJsonTree(report).getAsJsonObject();
  }

  private static void baselines(
      JsonObject json, Prediction prediction, Prediction.Baselines baselines) {
    losses(json, "unigram_", baselines.unigram());
    losses(json, "trigram_", baselines.trigram());
    losses(json, "bar_aware_trigram_", baselines.barAwareTrigram());
    json.addProperty("below_unigram", prediction.below(baselines.unigram()));
    json.addProperty("below_trigram", prediction.below(baselines.trigram()));
    json.addProperty("below_bar_aware_trigram", prediction.below(baselines.barAwareTrigram()));
    json.addProperty("baseline_pieces", baselines.pieces());
    json.addProperty("baseline_pieces_missing", baselines.missing());
    json.addProperty("baseline_tokens", baselines.tokens());
  }

  private static void losses(JsonObject json, String prefix, TokenLosses losses) {
    json.addProperty(prefix + "nats_per_token", losses.total().perToken());
    json.addProperty(prefix + "nats_per_note", losses.perNote());
    json.addProperty(prefix + "perplexity", losses.perplexity());
    JsonObject kinds = new JsonObject();
    for (TokenKind kind : TokenKind.values()) {
      Loss loss = losses.of(kind);
      JsonObject figures = new JsonObject();
      figures.addProperty("tokens", loss.tokens());
      figures.addProperty("nats", loss.nats());
      if (loss.tokens() > 0) {
        figures.addProperty("nats_per_token", loss.perToken());
      }
      kinds.add(kind.name().toLowerCase(Locale.ROOT), figures);
    }
    json.add(prefix + "by_kind", kinds);
  }

  private static void addAll(JsonObject json, JsonElement more) {
    more.getAsJsonObject().entrySet().forEach(each -> json.add(each.getKey(), each.getValue()));
  }
}
