/**
 * Readers of ink that is written as XML. {@link ductus.ink.read.xml.XmlTree} reads the document for
 * all of them: entities and declarations are refused, DTDs never fetched, depth and size bounded.
 */
@NullMarked
package ductus.ink.read.xml;

import org.jspecify.annotations.NullMarked;
