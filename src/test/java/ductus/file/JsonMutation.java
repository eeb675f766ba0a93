package ductus.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.function.Executable;

/**
 * JSON with one thing wrong in it.
 *
 * @param path of what is wrong, such as {@code pages[0].width}
 * @param fault what was done to it
 * @param json the whole
 */
public record JsonMutation(String path, Fault fault, String json) {
  private static final Gson WITH_NULLS = new GsonBuilder().serializeNulls().create();

  /** What can be done to a field. */
  public enum Fault {
    MISSING,
    NULL,
    OTHER_TYPE,
    HUGE,
    NEGATIVE,
    EMPTY
  }

  /** Every fault of every field; of a list the first element stands for all. */
  public static List<JsonMutation> of(JsonElement whole) {
    List<JsonMutation> mutations = new ArrayList<>();
    walk(whole, "", copy -> {}, whole, mutations);
    return mutations;
  }

  /**
   * Reads what has the fault: it is read, or refused with the name of a field that is not there.
   */
  public void assertReadOrNamed(Executable reading) {
    try {
      reading.execute();
    } catch (BadFileException refusal) {
      boolean absent = fault == Fault.MISSING || fault == Fault.NULL;
      String name = path.substring(path.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
      assertTrue(!absent || refusal.reason().contains(name), () -> this + ": " + refusal.reason());
    } catch (Throwable failure) {
      throw new AssertionError(fault + " of " + path, failure);
    }
  }

  @Override
  public String toString() {
    return fault + " of " + path;
  }

  /** Finds the place in a copy again, as it was found in the original. */
  private interface Way extends Consumer<List<JsonElement>> {}

  private static void walk(
      JsonElement at, String path, Way way, JsonElement whole, List<JsonMutation> mutations) {
    if (at instanceof JsonObject object) {
      for (String name : object.keySet()) {
        String inner = path.isEmpty() ? name : path + "." + name;
        Way further =
            steps -> {
              way.accept(steps);
              steps.add(steps.get(steps.size() - 1).getAsJsonObject().get(name));
            };
        mutations.add(
            new JsonMutation(
                inner,
                Fault.MISSING,
                changed(whole, way, parent -> parent.getAsJsonObject().remove(name))));
        replaced(object.get(name))
            .forEach(
                (fault, other) ->
                    mutations.add(
                        new JsonMutation(
                            inner,
                            fault,
                            changed(
                                whole, way, parent -> parent.getAsJsonObject().add(name, other)))));
        walk(object.get(name), inner, further, whole, mutations);
      }
    } else if (at instanceof JsonArray array && !array.isEmpty()) {
      String inner = path + "[0]";
      replaced(array.get(0))
          .forEach(
              (fault, other) ->
                  mutations.add(
                      new JsonMutation(
                          inner,
                          fault,
                          changed(whole, way, parent -> parent.getAsJsonArray().set(0, other)))));
      Way further =
          steps -> {
            way.accept(steps);
            steps.add(steps.get(steps.size() - 1).getAsJsonArray().get(0));
          };
      walk(array.get(0), inner, further, whole, mutations);
    }
  }

  private static Map<Fault, JsonElement> replaced(JsonElement value) {
    Map<Fault, JsonElement> others = new EnumMap<>(Fault.class);
    others.put(Fault.NULL, JsonNull.INSTANCE);
    if (value.isJsonPrimitive()) {
      others.put(Fault.OTHER_TYPE, new JsonObject());
      if (value.getAsJsonPrimitive().isNumber()) {
        others.put(Fault.HUGE, new JsonPrimitive(9.0e300));
        others.put(Fault.NEGATIVE, new JsonPrimitive(-7));
      } else if (value.getAsJsonPrimitive().isString()) {
        others.put(Fault.HUGE, new JsonPrimitive("long ".repeat(20_000)));
        others.put(Fault.EMPTY, new JsonPrimitive(""));
      }
    } else {
      others.put(Fault.OTHER_TYPE, new JsonPrimitive(3));
      others.put(Fault.EMPTY, value.isJsonArray() ? new JsonArray() : new JsonObject());
    }
    return others;
  }

  private static String changed(JsonElement whole, Way way, Consumer<JsonElement> change) {
    JsonElement copy = whole.deepCopy();
    List<JsonElement> steps = new ArrayList<>(List.of(copy));
    way.accept(steps);
    change.accept(steps.get(steps.size() - 1));
    return WITH_NULLS.toJson(copy);
  }
}
