// Package enum has the names of types whose values are few and known: kinds, states,
// channels. The names are declared once, beside the values, and everything that is done
// with names follows from that:
//
//	type Channel uint8
//
//	const (
//		Phone Channel = iota + 1
//		Email
//	)
//
//	var channelNames = enum.Of[Channel](ErrChannel, "channel", "", "phone", "email")
//
//	func (c Channel) String() string                   { return channelNames.String(c) }
//	func ChannelNames() []string                       { return channelNames.All() }
//	func ParseChannel(text string) (Channel, error)    { return channelNames.Parse(text) }
//	func (c Channel) MarshalText() ([]byte, error)     { return channelNames.Marshal(c) }
//	func (c *Channel) UnmarshalText(text []byte) error { return channelNames.Unmarshal(c, text) }
//
// For all such types, anything that is not one of the names gives an [*Error]: it
// matches the error that the type's package has for this, and says what was given and
// what would be right.
package enum
