package policy

import (
	"cmp"
	"errors"
	"math/bits"
	"strings"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A Channel is a way in which customer and supplier reach each other. The zero Channel
// stands for no channel: the event names none.
type Channel uint8

// The channels. The portal counts as e-mail where an agreement knows only e-mail.
const (
	Phone Channel = iota + 1
	Email
	Portal
)

var channelNames = enum.Of[Channel](ErrChannel, "channel", "", "phone", "email", "portal")

// ErrChannel means that a text names no channel, or that a Channel has no name.
var ErrChannel = errors.New("policy: no such channel")

// String returns the name of c, such as "phone". It returns "" for the zero Channel, and a
// text such as "Channel(9)" for an unknown one.
func (c Channel) String() string { return channelNames.String(c) }

// ChannelNames returns the names of all channels. The caller may modify the returned slice.
func ChannelNames() []string { return channelNames.All() }

// ParseChannel returns the channel that text names. If there is none, the error is an
// [ErrChannel] that lists the names.
func ParseChannel(text string) (Channel, error) { return channelNames.Parse(text) }

// MarshalText returns the name of c. The error is an [ErrChannel] if c is zero or unknown.
func (c Channel) MarshalText() ([]byte, error) { return channelNames.Marshal(c) }

// UnmarshalText sets c to the channel that text names; see [ParseChannel]. On error, c is
// unchanged.
func (c *Channel) UnmarshalText(text []byte) error { return channelNames.Unmarshal(c, text) }

// Channels is a set of channels. The zero Channels stands for every channel, and for an
// event without one.
type Channels uint8

// notChannel stands in a set for values that are not channels.
const notChannel Channel = 7

// By returns the set of the given channels. Without arguments it returns the zero Channels,
// which stands for every channel. The zero Channel as an argument stands for an event
// without a channel. A value that is not a channel makes the set one that [New] refuses.
func By(channels ...Channel) Channels {
	var s Channels
	for _, c := range channels {
		if c > Portal {
			c = notChannel
		}
		s |= 1 << c
	}
	return s
}

// check says what is wrong if s contains a value that is not a channel.
func (s Channels) check(place string) error {
	if s>>(Portal+1) == 0 {
		return nil
	}
	return wrong(place, s.String(), "has a value that is no channel; write "+enum.Either(channelNames.All()))
}

// Accept reports whether c is in s. Every channel is in the zero Channels.
func (s Channels) Accept(c Channel) bool { return s == 0 || s>>c&1 != 0 }

// String returns the names of the channels in s, in their order: "email, portal". It writes
// "any" for the zero Channels, and "no channel" for an event without a channel.
func (s Channels) String() string {
	if s == 0 {
		return "any"
	}
	var names []string
	for ; s != 0; s &= s - 1 {
		names = append(names, cmp.Or(Channel(bits.TrailingZeros8(uint8(s))).String(), "no channel"))
	}
	return strings.Join(names, ", ")
}
