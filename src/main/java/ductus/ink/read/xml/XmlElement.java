package ductus.ink.read.xml;

import ductus.file.BadFileException;
import ductus.ink.read.source.InkSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of an XML document; names are without their prefixes. */
final class XmlElement {
  private final String name;
  private final Map<String, String> attributes;
  private final List<XmlElement> children;
  private final String text;
  private final Place place;

  /** The place where the element begins; its tag ends there. */
  record Place(InkSource source, int line, int column) {
    @Override
    public String toString() {
      return "line " + line + ", column " + column;
    }
  }

  /**
   * Creates an element.
   *
   * @param text directly in it
   */
  XmlElement(
      String name,
      Map<String, String> attributes,
      List<XmlElement> children,
      String text,
      Place place) {
    this.name = name;
    this.attributes = Map.copyOf(attributes);
    this.children = List.copyOf(children);
    this.text = text;
    this.place = place;
  }

  String name() {
    return name;
  }

  /** The text directly in the element. */
  String text() {
    return text;
  }

  Place place() {
    return place;
  }

  boolean is(String wanted) {
    return name.equals(wanted);
  }

  List<XmlElement> children() {
    return children;
  }

  /** The children that have a name, in order. */
  Stream<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.is(wanted));
  }

  /** The first child that has a name. */
  Optional<XmlElement> child(String wanted) {
    return children(wanted).findFirst();
  }

  /** The element itself and all below it, in the order of their tags. */
  Stream<XmlElement> tree() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::tree));
  }

  /** The value of an attribute; empty where it is not there. */
  Optional<String> attribute(String wanted) {
    return Optional.ofNullable(attributes.get(wanted));
  }

  /**
   * The number in an attribute, which must be there.
   *
   * @throws BadFileException if there is none
   */
  double number(String wanted) throws BadFileException {
    String value =
        attribute(wanted).orElseThrow(() -> error(name + " must have " + wanted + " but has not"));
    return number(wanted, value);
  }

  /** The number in an attribute, or another where there is no such attribute. */
  double number(String wanted, double otherwise) throws BadFileException {
    String value = attributes.get(wanted);
    return value == null ? otherwise : number(wanted, value);
  }

  /**
   * Reads the number that a text says.
   *
   * @param what it is, for the complaint
   */
  double number(String what, String value) throws BadFileException {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw error(what + " must be a number but was '" + shortened(value) + "'");
    }
  }

  /** Creates a complaint about this element. */
  BadFileException error(String reason) {
    return place.source().error(place.toString(), reason);
  }

  private static String shortened(String value) {
    return value.length() <= 40 ? value : value.substring(0, 40) + "...";
  }
}
