package ductus.file;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import ductus.file.RequiredFields.FieldException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record as a field of JSON.
 *
 * @param names that it may have in a file; the first is that which is written
 */
record RecordField(RecordComponent component, List<String> names, TypeAdapter<?> adapter) {
  /** The field of a component of a record, whose type parameters are replaced. */
  static RecordField of(Gson gson, TypeToken<?> record, RecordComponent component) {
    component.getAccessor().setAccessible(true);
    Field field = field(record, component);
    SerializedName named = field.getAnnotation(SerializedName.class);
    List<String> names =
        named == null
            ? List.of(component.getName())
            : Stream.concat(Stream.of(named.value()), Arrays.stream(named.alternate())).toList();
    JsonAdapter own = field.getAnnotation(JsonAdapter.class);
    return new RecordField(
        component,
        names,
        own == null ? gson.getAdapter(TypeToken.get(type(record, component))) : made(own));
  }

  private static Field field(TypeToken<?> record, RecordComponent component) {
    try {
      return record.getRawType().getDeclaredField(component.getName());
    } catch (NoSuchFieldException none) {
      throw new IllegalStateException(component + " has no field", none);
    }
  }

  private static Type type(TypeToken<?> record, RecordComponent component) {
    Type type = component.getGenericType();
    if (type instanceof TypeVariable<?> variable
        && record.getType() instanceof ParameterizedType given) {
      int place = List.of(record.getRawType().getTypeParameters()).indexOf(variable);
      return given.getActualTypeArguments()[place];
    }
    return type;
  }

  private static TypeAdapter<?> made(JsonAdapter annotation) {
    try {
      Constructor<?> constructor = annotation.value().getDeclaredConstructor();
      constructor.setAccessible(true);
      return (TypeAdapter<?>) constructor.newInstance();
    } catch (ReflectiveOperationException unusable) {
      throw new IllegalStateException(annotation + " cannot be made", unusable);
    }
  }

  String name() {
    return names.get(0);
  }

  boolean isPrimitive() {
    return component.getType().isPrimitive();
  }

  /** What stands for it where a file does not name it: 0, false, or null. */
  @Nullable Object nothing() {
    return Array.get(Array.newInstance(component.getType(), 1), 0);
  }

  /** Whether it may be missing. */
  boolean isOptional() {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Its value in a record. */
  @Nullable Object of(Object made) {
    try {
      return component.getAccessor().invoke(made);
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException(component + " cannot be read", unreadable);
    }
  }

  /**
   * Reads its value.
   *
   * @return null if the file says so
   * @throws FieldException if it is not of its type, or holds null
   */
  @Nullable Object read(JsonReader in) throws IOException {
    String path = in.getPath();
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    try {
      if (component.getType().isEnum() && in.peek() == JsonToken.STRING) {
        return constant(path, in.nextString());
      }
      Object value = adapter.read(in);
      String place = placeOfNull(value);
      if (place != null) {
        throw new FieldException(path + place, "cannot be null");
      }
      return value;
    } catch (FieldException deeper) {
      throw deeper;
    } catch (JsonParseException | IllegalStateException | NumberFormatException unfit) {
      throw new FieldException(in.getPath(), "is not as expected");
    }
  }

  private Object constant(String path, String word) {
    Object constant = adapter.fromJsonTree(new JsonPrimitive(word));
    if (constant == null) {
      String choices =
          Arrays.stream(component.getType().getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(" or "));
      throw new FieldException(
          path, "must be %s but is %s".formatted(choices, new JsonPrimitive(word)));
    }
    return constant;
  }

  /** Where a list or map holds null, as the end of a path; null where nothing does. */
  private static @Nullable String placeOfNull(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Collection<?> list) {
      int i = 0;
      for (Object element : list) {
        String place = placeOfNull(element);
        if (place != null) {
          return "[" + i + "]" + place;
        }
        i++;
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String place = placeOfNull(entry.getValue());
        if (place != null) {
          return "." + entry.getKey() + place;
        }
      }
    }
    return null;
  }
}
