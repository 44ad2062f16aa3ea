// Package strictjson reads JSON that people and other programs write by hand,
// and says exactly what is wrong with it and where.
//
// In a support agreement a misspelt field must not silently change a deadline.
// Package encoding/json lets that happen: it drops unknown fields, takes the last
// of two fields with one name, matches names without regard to case, replaces bytes
// that are not UTF-8, and stops at the first mistake without saying which field it is
// in. A [Reader] does none of that:
//
//   - The text must be JSON as RFC 8259 defines it, in UTF-8 without a byte order
//     mark, with nothing but white space after the value. UTF-16 and gzip are
//     recognised, and the mistake names them.
//   - A name that occurs twice in one object is a mistake, however it is escaped.
//   - Names are compared exactly.
//   - Half of a surrogate pair is a mistake, and so is nesting deeper than
//     [MaxDepth].
//   - A field that nobody reads is a mistake.
//
// # Reading
//
// The program pulls values from a Reader: it asks for the value that it expects, and
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
// [Reader.Array], [Reader.Text], [Reader.TextBytes], [Reader.Number], [Reader.Int64],
// [Reader.Bool], [Reader.Null], [Reader.Raw] and [Reader.Skip]. If a callback neither
// reads its field or element nor reports it, the Reader reports it. Reading one value
// twice is reported as well, as a mistake of the program: nothing panics.
//
// # Mistakes
//
// All mistakes are reported together, up to [MaxMistakes]: a value of the wrong type is
// reported, skipped and read as the zero value, and reading goes on. Only a mistake of
// syntax ends it: after that no callback is called and nothing more is reported. So
// what has been read must not be used until [Reader.End] has returned nil.
//
// A program reports what it finds wrong itself with [Reader.Fail], which knows the
// place. It need not ask first whether the value could be read: if that value was
// reported already, Fail reports nothing.
//
// # Writing
//
// A [Writer] appends JSON to a slice, field by field, and inserts the commas;
// [AppendString] appends one string. A Reader reads back unchanged what they write,
// except for bytes that are not UTF-8.
//
// # Cost
//
// The text is read once, in place. A Reader is one allocation and can be used again
// with [Reader.Reset]. Apart from that, only the strings that [Reader.Text] and
// [Reader.Number] return are allocated, as long as there are no mistakes and values are
// nested at most 8 deep in objects that have at most 32 members together. Buffers for
// escapes and for larger objects are kept. A Writer allocates only what its slice needs
// to grow.
package strictjson
