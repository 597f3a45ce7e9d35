//! Types and generic names that generated code could use itself, as fields, parameters, returns and events.

use runnable::prelude::*;

macro_rules! types {
    ($($module:ident $name:ident $node:ident)*) => {$(
        mod $module {
            use runnable::{TaskEvent, pipeline, stream, task};

            #[derive(Debug, Clone, PartialEq)]
            pub struct $name;

            #[derive(Debug, Clone, TaskEvent)]
            pub enum Events {
                Chunk { value: $name },
                Done { given: $name },
            }

            #[task(returns = [given], node = $node)]
            pub async fn passes(value: $name, other: &$name) -> $name {
                let _ = other;
                value
            }

            #[task(returns = [given])]
            pub fn streams(given: $name) -> impl ::runnable::prelude::Stream<Item = Events> {
                stream! {
                    yield Events::Chunk { value: given.clone() };
                    yield Events::Done { given };
                }
            }

            pipeline! {
                pub fn both(value: $name, other: $name) -> [given, value] { passes >> streams }
            }
        }
    )*};
}

types! {
    a Part P1 b At P1 c Given P1 d Sent P1 e Kept P1 f Keep P1 g Told P1 h Supplied P1 i Recalled P1 j Output P1
    k Node P1 l Returned P1 m Gives P1 n T P1 o S P1 p R P1 q M P1 r __R P1 s __M P1 t __S P1 u __T P1 v __Event P1
    w Place P1 x Lifecycle P1 y Error P1 z BoxError P1 aa Record P1 ab Data P1 ac Resource P1 ad Is P1
    ae FieldAt P1 af CloneAt P1 ag StepCx P1 ah Outcome P1 ai Vec P1 aj Box P1 ak Sealed P1
}

macro_rules! functions {
    ($($name:ident $node:ident)*) => {$(
        #[task(returns = [$name], node = $node)]
        async fn $name(value: u32) -> u32 {
            value
        }
    )*};
}

functions! {
    part N1 at N2 given N3 sent N4 gives N5 returned N6 supplied N7 keep N8 told N9 recall N10 of N11 cx N12 to N13
    output N14 place N15 source N16 info N17 begin N18 work N19 event N20 map N21 from N22 name N23 field N24
    variant N25 debug N26 take N27 value N28 fields N29 shape N30 call N31 option N32 string N33 result N34
    send N35 node N36 attempt N37
}

fn main() {
    let _ = a::both(a::Part, a::Part);
    let _ = N1 { value: 1 };
}
