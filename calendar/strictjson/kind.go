package strictjson

import "strconv"

// A Kind is one of the six kinds of JSON value. The zero Kind is [Invalid].
type Kind uint8

// The kinds of value.
const (
	Invalid Kind = iota // no value, or not a JSON value
	Object
	Array
	String
	Number
	Bool
	Null
)

// String returns the name of k as it appears in a sentence: "an object". For a value
// that is not a kind it returns its number, as in Kind(9).
func (k Kind) String() string {
	switch k {
	case Invalid:
		return "no value"
	case Object:
		return "an object"
	case Array:
		return "an array"
	case String:
		return "a string"
	case Number:
		return "a number"
	case Bool:
		return "true or false"
	case Null:
		return "null"
	}
	return "Kind(" + strconv.Itoa(int(k)) + ")"
}

// Kind returns the kind of the next value and leaves it unread. It is [Invalid] if that
// value has been read already, or if no value begins here, which is reported when it is
// read. Kind looks at the first byte only: the rest can be wrong.
func (r *Reader) Kind() Kind {
	if !r.ready || r.pos >= len(r.data) {
		return Invalid
	}
	switch c := r.data[r.pos]; c {
	case '{':
		return Object
	case '[':
		return Array
	case '"':
		return String
	case 't', 'f':
		return Bool
	case 'n':
		return Null
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return Number
	}
	return Invalid
}
