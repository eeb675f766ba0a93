package ductus.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Complains about fields of JSON that a record does not have, or has of another kind. */
public final class FieldCheck {
  private FieldCheck() {}

  /**
   * Checks the fields of an object that is to become a record of numbers, words, truth values,
   * objects, other records, and lists of all these; fields may be missing.
   *
   * @param path of the object in its file, empty for the whole of it
   * @throws IllegalArgumentException if a field does not fit; the message begins with its path
   */
  public static void check(JsonElement json, Class<?> kind, String path) {
    RecordComponent[] components = kind.getRecordComponents();
    for (String name : object(json, path).keySet()) {
      Optional<RecordComponent> component =
          Arrays.stream(components).filter(each -> each.getName().equals(name)).findFirst();
      if (component.isEmpty()) {
        throw new IllegalArgumentException(
            "%s%s%s: there is no such field; there are %s"
                .formatted(
                    path,
                    path.isEmpty() ? "" : ".",
                    name,
                    Arrays.stream(components)
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(", "))));
      }
      check(
          json.getAsJsonObject().get(name),
          component.get().getGenericType(),
          path.isEmpty() ? name : path + "." + name);
    }
  }

  /**
   * Checks that an object that fits has all fields of a record, and of the records in it, but for
   * numbers and truth values, which are 0 and false where they are missing.
   *
   * @param path of the object in its file
   * @throws IllegalArgumentException if a field is missing; the message begins with its path
   */
  public static void requireAll(JsonElement json, Class<?> kind, String path) {
    for (RecordComponent component : kind.getRecordComponents()) {
      JsonElement field = json.getAsJsonObject().get(component.getName());
      String fieldPath = path + "." + component.getName();
      if (field == null) {
        if (!component.getType().isPrimitive()) {
          throw new IllegalArgumentException(fieldPath + ": is missing");
        }
      } else if (component.getType().isRecord()) {
        requireAll(field, component.getType(), fieldPath);
      } else if (component.getGenericType() instanceof ParameterizedType list
          && list.getActualTypeArguments()[0] instanceof Class<?> element
          && element.isRecord()) {
        for (int i = 0; i < field.getAsJsonArray().size(); i++) {
          requireAll(
              field.getAsJsonArray().get(i),
              element,
              String.format(Locale.ROOT, "%s[%d]", fieldPath, i));
        }
      }
    }
  }

  private static void check(JsonElement json, Type type, String path) {
    if (type instanceof ParameterizedType list) {
      JsonArray array = array(json, path);
      for (int i = 0; i < array.size(); i++) {
        check(
            array.get(i),
            list.getActualTypeArguments()[0],
            String.format(Locale.ROOT, "%s[%d]", path, i));
      }
    } else if (type instanceof Class<?> kind && kind.isRecord()) {
      check(json, kind, path);
    } else if (type == String.class) {
      require(json.isJsonPrimitive() && json.getAsJsonPrimitive().isString(), json, path, "a word");
    } else if (type == JsonObject.class) {
      object(json, path);
    } else if (type == boolean.class || type == Boolean.class) {
      boolean truth = json.isJsonPrimitive() && json.getAsJsonPrimitive().isBoolean();
      require(truth, json, path, "true or false");
    } else if (type == double.class || type == Double.class) {
      require(isNumber(json), json, path, "a number");
    } else {
      require(isWhole(json), json, path, "a whole number");
    }
  }

  private static JsonObject object(JsonElement json, String path) {
    require(json.isJsonObject(), json, path, "an object: { ... }");
    return json.getAsJsonObject();
  }

  private static JsonArray array(JsonElement json, String path) {
    require(json.isJsonArray(), json, path, "a list: [ ... ]");
    return json.getAsJsonArray();
  }

  private static void require(boolean fits, JsonElement json, String path, String expected) {
    if (!fits) {
      String actual = json.toString();
      throw new IllegalArgumentException(
          "%s: must be %s but is %s"
              .formatted(
                  path.isEmpty() ? "the file" : path,
                  expected,
                  actual.length() > 40 ? actual.substring(0, 40) + "…" : actual));
    }
  }

  private static boolean isNumber(JsonElement json) {
    return json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber();
  }

  private static boolean isWhole(JsonElement json) {
    return isNumber(json)
        && json.getAsDouble() == Math.rint(json.getAsDouble())
        && Math.abs(json.getAsDouble()) <= Integer.MAX_VALUE;
  }
}
