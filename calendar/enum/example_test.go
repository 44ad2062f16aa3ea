package enum_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/calendar/enum"
)

// ErrChannel says that a text names no channel, or that a Channel has no name.
var ErrChannel = errors.New("helpdesk: no such channel")

// A Channel is a way to reach the helpdesk. The zero Channel stands for no channel.
type Channel uint8

// The channels.
const (
	Phone Channel = iota + 1
	Email
	Portal
)

var names = enum.Of[Channel](ErrChannel, "channel", "", "phone", "email", "portal")

func (c Channel) String() string                   { return names.String(c) }
func (c Channel) MarshalText() ([]byte, error)     { return names.Marshal(c) }
func (c *Channel) UnmarshalText(text []byte) error { return names.Unmarshal(c, text) }

// A type of one's own, with everything that its names are good for.
func Example() {
	data, err := json.Marshal(map[string]Channel{"reported": Email})
	fmt.Println(string(data), err)

	var c struct{ Channel Channel }
	err = json.Unmarshal([]byte(`{"channel":"fax"}`), &c)
	fmt.Println(err, errors.Is(err, ErrChannel))
	// Output:
	// {"reported":"email"} <nil>
	// helpdesk: channel: "fax" is not a channel; write phone, email or portal true
}

func ExampleOf() {
	sides := enum.Of[uint8](errors.New("road: no such side"), "side", "left", "right")
	fmt.Println(sides.Parse("right"))
	fmt.Println(sides.Parse("top"))
	// Output:
	// 1 <nil>
	// 0 road: side: "top" is not a side; write left or right
}

func ExampleNames_String() {
	fmt.Printf("%q %q %q\n", names.String(Phone), names.String(0), names.String(9))
	// Output: "phone" "" "Channel(9)"
}

func ExampleNames_Has() {
	fmt.Println(names.Has(Portal), names.Has(0), names.Has(Portal+1))
	// Output: true false false
}

func ExampleNames_All() {
	fmt.Println(names.All())
	// Output: [phone email portal]
}

func ExampleNames_Find() {
	fmt.Println(names.Find([]byte("email")))
	fmt.Println(names.Find([]byte("Email")))
	// Output:
	// email true
	//  false
}

func ExampleNames_Parse() {
	fmt.Println(names.Parse("portal"))
	_, err := names.Parse("")
	fmt.Println(err)
	// Output:
	// portal <nil>
	// helpdesk: channel: "" is not a channel; write phone, email or portal
}

func ExampleNames_Marshal() {
	text, err := names.Marshal(Portal)
	fmt.Printf("%s %v\n", text, err)
	_, err = names.Marshal(9)
	fmt.Println(err)
	// Output:
	// portal <nil>
	// helpdesk: channel: "Channel(9)" is not a channel; write phone, email or portal
}

func ExampleNames_Unmarshal() {
	c := Phone
	fmt.Println(names.Unmarshal(&c, []byte("fax")), c)
	fmt.Println(names.Unmarshal(&c, []byte("email")), c)
	// Output:
	// helpdesk: channel: "fax" is not a channel; write phone, email or portal phone
	// <nil> email
}

func ExampleNames_Why() {
	fmt.Println("events[2].channel:", names.Why())
	// Output: events[2].channel: is not a channel; write phone, email or portal
}

func ExampleError() {
	_, err := names.Parse("fax")
	var e *enum.Error
	if errors.As(err, &e) {
		fmt.Println(e.What, e.Text, e.Known)
	}
	// Output: channel fax [phone email portal]
}

func ExampleError_Error() {
	err := &enum.Error{Kind: ErrChannel, What: "channel", Text: "fax", Known: []string{"phone", "email"}}
	fmt.Println(err.Error())
	// Output: helpdesk: channel: "fax" is not a channel; write phone or email
}

func ExampleError_Is() {
	_, err := names.Parse("fax")
	fmt.Println(errors.Is(err, ErrChannel))
	// Output: true
}

func ExampleError_Why() {
	_, err := names.Parse("fax")
	var e *enum.Error
	if errors.As(err, &e) {
		fmt.Printf("line 3: %q %s\n", e.Text, e.Why())
	}
	// Output: line 3: "fax" is not a channel; write phone, email or portal
}

func ExamplePackageOf() {
	fmt.Println(enum.PackageOf(ErrChannel))
	// Output: helpdesk
}

func ExampleNotOneOf() {
	fmt.Println(enum.NotOneOf("outcome", []string{"covered", "chargeable"}))
	// Output: is not an outcome; write covered or chargeable
}

func ExampleSome() {
	formats := []string{"json", "table", "svg"}
	fmt.Println(enum.Some(formats, 3))
	fmt.Println(enum.Some(formats, 2))
	// Output:
	// json, table or svg
	// json, table, …
}

func ExampleEither() {
	fmt.Println(enum.Either([]string{"json", "table", "svg"}))
	// Output: json, table or svg
}
