// Package strictjson reads JSON that people and other programs write by hand,
// and says exactly what is wrong with it and where.
//
// In a support agreement a misspelt field must not silently change a deadline.
// encoding/json lets that happen: it drops fields that it does not know, takes
// the last of two fields with one name, matches names without regard to case,
// replaces bytes that are not UTF-8, and stops at the first mistake without
// saying which field it is in. A [Reader] does none of that:
//
//   - The text must be JSON as RFC 8259 has it, in UTF-8 without a byte order
//     mark, with nothing but white space after the value. Of UTF-16 and gzip it says
//     what they are.
//   - A name that stands twice in one object is a mistake, however it is escaped.
//   - Names are compared exactly.
//   - Half of a surrogate pair is a mistake, and so is nesting deeper than
//     [MaxDepth].
//   - A field that nobody reads is a mistake.
//
// # Reading
//
// A Reader is pulled: the program asks for the value that it expects, and
// Object and Array call it back for each member and element.
//
//	var e event
//	r := strictjson.NewReader(data)
//	r.Object(func(name []byte) {
//		switch string(name) { // does not allocate
//		case "kind":
//			e.Kind = r.Text()
//		case "days":
//			e.Days = r.Int64()
//		default:
//			r.Unknown("kind", "days")
//		}
//	})
//	if err := r.End(); err != nil {
//		return err
//	}
//
// Each callback reads its one value with one of [Reader.Object], [Reader.Map],
// [Reader.Array], [Reader.Text], [Reader.TextBytes], [Reader.Number],
// [Reader.Int64], [Reader.Bool], [Reader.Null], [Reader.Raw] and [Reader.Skip].
// A field or element that its callback leaves unread, and does not report
// either, is reported for it. Reading one value twice is reported as well, as a
// mistake of the program: nothing panics.
//
// # Mistakes
//
// All mistakes come at once, up to [MaxMistakes]: a value of the wrong type is
// reported, skipped and read as the zero value, and reading goes on. Only a
// mistake of syntax ends it: no callback is called and nothing more is reported
// after it. So what has been read is worth something only once [Reader.End] has
// returned nil.
//
// A program adds what it finds wrong itself with [Reader.Fail], which knows the
// place. It need not ask first whether the value could be read: after a value
// that was reported already, Fail says nothing.
//
// # Writing
//
// A [Writer] appends JSON to a slice, field by field, and puts the commas;
// [AppendString] appends one string. A Reader reads back what they write, as it was
// but for bytes that are not UTF-8.
//
// # Cost
//
// The text is read once, where it lies. A Reader is one allocation and can be
// used again with [Reader.Reset]. Besides, nothing is allocated but the strings
// that [Reader.Text] and [Reader.Number] return, as long as there are no
// mistakes, and as values lie at most 8 deep in objects that have at most 32
// members together. Buffers that escapes and larger objects need are kept. A Writer
// allocates nothing but what its slice needs to grow.
package strictjson
